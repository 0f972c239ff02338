/** Reads and edits the spreadsheet as one person: cells as they are drawn, edits over the Sheets REST API. */
import type { RowsQuery } from "../server/page-event.ts";
import { columnName } from "../sheets/book/column-name.ts";
import type { Breach } from "../sheets/cells/breaches.ts";
import type { DrawnBook, DrawnRows } from "../sheets/drawing/drawn.ts";

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
  /** `through` are the filter views whose hidden rows are asked for. */
  frames(through: readonly number[]): Promise<DrawnBook>;
  rows(query: RowsQuery): Promise<DrawnRows>;
  /** What of an entry the formulas of its cells' rules do not allow; nothing is written. */
  breaches(title: string, entry: Entry): Promise<readonly Breach[]>;
  /** Throws what the engine refused, in its words. */
  enter(title: string, entry: Entry): Promise<void>;
  /** Requests of `batchUpdate`; throws like `enter`. */
  update(requests: readonly object[]): Promise<void>;
}

export class SheetsRefusal extends Error {
  override readonly name = "SheetsRefusal";
  constructor(
    readonly status: number,
    message: string,
    /** The headers of protected columns among the cells. */
    readonly locked: readonly string[] = [],
  ) {
    super(message);
  }

  over(locked: readonly string[]): SheetsRefusal {
    return new SheetsRefusal(this.status, this.message, locked);
  }
}

/** Milliseconds after which an edit is as good as lost. */
const PATIENCE = 30_000;

export function sheetsClient(spreadsheetId: string, user: () => string): SheetsClient {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { "content-type": "application/json", "x-workbench-user": user() };
    const response = await fetch(path, { ...init, headers });
    const body = await response.json();
    if (!response.ok) throw new SheetsRefusal(response.status, body?.error?.message ?? `HTTP ${response.status}`);
    return body;
  };
  return {
    frames: (through) => call(`/api/frames?through=${through.join()}`),
    rows: (query) => call("/api/rows", { method: "POST", body: JSON.stringify(query) }),
    breaches: (title, { corner, rows, parsed }) =>
      call("/api/breaches", {
        method: "POST",
        body: JSON.stringify({ range: rangeOf(title, corner, rows), rows, parsed }),
        signal: AbortSignal.timeout(PATIENCE),
      }),
    enter: async (title, { corner, rows, parsed }) => {
      const range = encodeURIComponent(rangeOf(title, corner, rows));
      const option = parsed ? "USER_ENTERED" : "RAW";
      const body = JSON.stringify({ majorDimension: "ROWS", values: rows });
      const path = `/v4/spreadsheets/${spreadsheetId}/values/${range}?valueInputOption=${option}`;
      await call(path, { method: "PUT", body, signal: AbortSignal.timeout(PATIENCE) });
    },
    async update(requests) {
      const body = JSON.stringify({ requests });
      await call(`/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { method: "POST", body });
    },
  };
}

const rangeOf = (title: string, corner: Corner, rows: Entry["rows"]): string =>
  `${quoted(title)}!${a1Range(corner, rows.length, rows[0]!.length)}`;

const quoted = (title: string) => `'${title.replaceAll("'", "''")}'`;

export function a1Range({ row, column }: Corner, rows: number, columns: number): string {
  const first = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}
