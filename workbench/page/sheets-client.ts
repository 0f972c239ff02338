/** Reads and edits the spreadsheet over the Sheets REST API, as one person. */
import type { Sheet, Spreadsheet } from "./spreadsheet.ts";

export type CellInput = string | number | boolean | null;

export interface SheetsClient {
  spreadsheet(): Promise<Spreadsheet>;
  sheet(title: string): Promise<Sheet>;
  /** Typed in as a person types; null leaves a cell alone, "" empties it. Throws what the engine refused, in its words. */
  type(title: string, corner: Corner, rows: readonly (readonly CellInput[])[]): Promise<void>;
}

export interface Corner {
  readonly row: number;
  readonly column: number;
}

export class SheetsRefusal extends Error {
  override readonly name = "SheetsRefusal";
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function sheetsClient(spreadsheetId: string, user: () => string): SheetsClient {
  const base = `/v4/spreadsheets/${spreadsheetId}`;
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { "content-type": "application/json", "x-workbench-user": user() };
    const response = await fetch(base + path, { ...init, headers });
    const body = await response.json();
    if (!response.ok) throw new SheetsRefusal(response.status, body?.error?.message ?? `HTTP ${response.status}`);
    return body;
  };
  return {
    spreadsheet: () => call("?includeGridData=true"),
    sheet: async (title) => (await call(`?includeGridData=true&ranges=${encodeURIComponent(quoted(title))}`)).sheets[0],
    type: async (title, corner, values) => {
      const range = encodeURIComponent(`${quoted(title)}!${a1Range(corner, values.length, values[0]!.length)}`);
      const body = JSON.stringify({ majorDimension: "ROWS", values });
      await call(`/values/${range}?valueInputOption=USER_ENTERED`, { method: "PUT", body });
    },
  };
}

const quoted = (title: string) => `'${title.replaceAll("'", "''")}'`;

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

export function a1Range({ row, column }: Corner, rows: number, columns: number): string {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}
