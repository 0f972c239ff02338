/** Reads and edits the spreadsheet over the Sheets REST API, as one person. */
import { columnName } from "../sheets/column-name.ts";
import type { Protection, SheetGuard } from "./grid/guarded-cells.ts";
import type { Sheet, Spreadsheet } from "./spreadsheet.ts";

export type CellInput = string | number | boolean | null;

export interface Corner {
  readonly row: number;
  readonly column: number;
}

/** Cells to write from a corner on; null leaves a cell alone, "" empties it. */
export interface Entry {
  readonly corner: Corner;
  readonly rows: readonly (readonly CellInput[])[];
  /** As if typed (USER_ENTERED), or stored as it is (RAW). */
  readonly parsed: boolean;
}

export interface SheetsClient {
  spreadsheet(): Promise<Spreadsheet>;
  sheet(title: string): Promise<Sheet>;
  /** Throws what the engine refused, in its words. */
  enter(title: string, entry: Entry): Promise<void>;
  /** Requests of `batchUpdate`; throws like `enter`. */
  update(requests: readonly object[]): Promise<void>;
  /** By sheet id. */
  guards(): Promise<ReadonlyMap<string, SheetGuard>>;
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

/** A formatted column has thousands of empty cells; what Google makes of their formats would be ten times as much. */
const cell = "userEnteredValue.formulaValue,effectiveValue,userEnteredFormat,dataValidation";
const data = `startRow,startColumn,rowMetadata,columnMetadata,rowData.values(${cell})`;
const look = new URLSearchParams({
  includeGridData: "true",
  fields: `spreadsheetId,properties.title,sheets(properties,merges,data(${data}))`,
});

const guarded = new URLSearchParams({
  fields:
    "sheets(properties(sheetId,gridProperties(frozenRowCount))," +
    "protectedRanges(range,unprotectedRanges,description,requestingUserCanEdit))",
});

interface GuardedSheet {
  readonly properties: {
    readonly sheetId: number;
    readonly gridProperties?: { readonly frozenRowCount?: number };
  };
  readonly protectedRanges?: readonly Protection[];
}

const guardOf = ({ properties, protectedRanges = [] }: GuardedSheet): [string, SheetGuard] => [
  String(properties.sheetId),
  { frozenRows: properties.gridProperties?.frozenRowCount ?? 0, protections: protectedRanges },
];

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
    spreadsheet: () => call(`?${look}`),
    sheet: async (title) => (await call(`?${look}&ranges=${encodeURIComponent(quoted(title))}`)).sheets[0],
    enter: async (title, { corner, rows, parsed }) => {
      const range = encodeURIComponent(`${quoted(title)}!${a1Range(corner, rows.length, rows[0]!.length)}`);
      const option = parsed ? "USER_ENTERED" : "RAW";
      const body = JSON.stringify({ majorDimension: "ROWS", values: rows });
      await call(`/values/${range}?valueInputOption=${option}`, { method: "PUT", body });
    },
    update: (requests) => call(":batchUpdate", { method: "POST", body: JSON.stringify({ requests }) }),
    guards: async () => new Map((await call(`?${guarded}`)).sheets.map(guardOf)),
  };
}

const quoted = (title: string) => `'${title.replaceAll("'", "''")}'`;

export function a1Range({ row, column }: Corner, rows: number, columns: number): string {
  const first = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}
