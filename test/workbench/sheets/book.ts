import type { sheets_v4 } from "@googleapis/sheets";
import { OPERATOR } from "../../../workbench/people.ts";
import { type ApiResponse, createSheetsEngine, type SheetsEngineOptions } from "../../../workbench/sheets/engine.ts";

export { OPERATOR, STAFF } from "../../../workbench/people.ts";

type Request = sheets_v4.Schema$Request;
type Cell = string | number | boolean | null;

export interface BookOptions extends SheetsEngineOptions {
  readonly locale?: string;
  readonly rows?: number;
  readonly columns?: number;
}

/** One spreadsheet with one sheet (id 0, "Sheet1"), and short ways to ask its engine things. */
export function book({ locale = "ja_JP", rows = 10, columns = 5, ...options }: BookOptions = {}) {
  const engine = createSheetsEngine({ now: () => new Date("2026-11-24T00:00:00Z"), ...options });
  const created = engine.handle({
    method: "POST",
    path: "/v4/spreadsheets",
    body: {
      properties: { title: "Shukka", locale, timeZone: "Asia/Tokyo" },
      sheets: [
        { properties: { sheetId: 0, title: "Sheet1", gridProperties: { rowCount: rows, columnCount: columns } } },
      ],
    },
    user: OPERATOR,
  });
  const id = (created.body as { spreadsheetId: string }).spreadsheetId;
  const call = (method: string, path: string, body?: unknown, user = OPERATOR): ApiResponse =>
    engine.handle({ method, path: `/v4/spreadsheets/${id}${path}`, ...(body === undefined ? {} : { body }), user });
  const tryBatch = (requests: readonly Request[], user = OPERATOR) => call("POST", ":batchUpdate", { requests }, user);
  return {
    engine,
    id,
    call,
    tryBatch,
    batch: (...requests: readonly Request[]) => answerOf(tryBatch(requests)).replies as sheets_v4.Schema$Response[],
    get: (query = "") => answerOf(call("GET", `?${query}`)) as sheets_v4.Schema$Spreadsheet,
    sheet: () => (answerOf(call("GET", "")) as sheets_v4.Schema$Spreadsheet).sheets![0]!,
    values: (range: string, query = "") =>
      (answerOf(call("GET", `/values/${encodeURIComponent(range)}?${query}`)).values ?? []) as Cell[][],
    type: (range: string, values: readonly (readonly Cell[])[]) =>
      answerOf(call("PUT", `/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`, { values })),
    put: (range: string, values: readonly (readonly Cell[])[]) =>
      answerOf(call("PUT", `/values/${encodeURIComponent(range)}?valueInputOption=RAW`, { values })),
  };
}

export function answerOf({ status, body }: ApiResponse): { [field: string]: unknown } {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as { [field: string]: unknown };
}

/** Status and message of a refused call. */
export const refusal = ({ status, body }: ApiResponse): string =>
  `${status} ${(body as { error?: { message: string } }).error?.message ?? "was not refused"}`;

/** Rows of typed cells; a text that starts with "=" is a formula. */
export const rows = (...lists: readonly (readonly Cell[])[]): sheets_v4.Schema$RowData[] =>
  lists.map((list) => ({ values: list.map((cell) => ({ userEnteredValue: extended(cell) })) }));

function extended(cell: Cell): sheets_v4.Schema$ExtendedValue {
  if (typeof cell === "number") return { numberValue: cell };
  if (typeof cell === "boolean") return { boolValue: cell };
  return cell?.startsWith("=") ? { formulaValue: cell } : cell === null ? {} : { stringValue: cell };
}

export const write = (row: number, column: number, ...lists: readonly (readonly Cell[])[]): Request => ({
  updateCells: {
    start: { sheetId: 0, rowIndex: row, columnIndex: column },
    rows: rows(...lists),
    fields: "userEnteredValue",
  },
});

export const range = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

export const rowsAt = (startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension: "ROWS",
  startIndex,
  endIndex,
});
