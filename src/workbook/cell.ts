export type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;
export type CellData = GoogleAppsScript.Sheets.Schema.CellData;

/** What a cell holds, typed as Sheets stores it. Null is an empty cell. */
export type Cell = string | number | boolean | null;

/** Cells of one row by the declared names of their columns. */
export type Cells = ReadonlyMap<string, Cell>;

/** Typed, so that Sheets stores exactly this: no leading zero lost, no "=…" run as a formula. */
function extendedValue(cell: Cell): ExtendedValue {
  if (isBlank(cell)) return {};
  if (typeof cell === "number") return { numberValue: cell };
  if (typeof cell === "boolean") return { boolValue: cell };
  return { stringValue: cell };
}

export const isBlank = (cell: unknown): cell is null | "" => cell === null || cell === "";

/** How a header is compared: people leave blanks around it. */
export const headerText = (cell: unknown): string => String(cell ?? "").trim();

export const cellData = (cell: Cell): CellData => ({ userEnteredValue: extendedValue(cell) });

/** A block of cells whose upper left one is at `rowIndex`, `columnIndex` (0 is A). Only what `fields` names is written. */
export const blockRequest = (
  sheetId: number,
  rowIndex: number,
  columnIndex: number,
  rows: readonly CellData[][],
  fields = "userEnteredValue",
): GoogleAppsScript.Sheets.Schema.Request => ({
  updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: rows.map((values) => ({ values })), fields },
});

/** Neighbouring cells of one row. */
export const cellsRequest = (
  sheetId: number,
  rowIndex: number,
  columnIndex: number,
  values: CellData[],
  fields?: string,
): GoogleAppsScript.Sheets.Schema.Request => blockRequest(sheetId, rowIndex, columnIndex, [values], fields);

/** A formula's error is read as its text. */
export function cellOf(value: ExtendedValue | undefined): Cell {
  if (value === undefined) return null;
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? errorText(value) ?? null;
}

/** Google explains most errors; one that it does not, such as =NA(), must not read as an empty cell. */
const errorText = ({ errorValue }: ExtendedValue): string | undefined => errorValue?.message ?? errorValue?.type;

/** Serial times lose their last digits on the way through a sheet: nine milliseconds make no difference. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a) * 1e-5);
  return (a === "" ? null : a) === (b === "" ? null : b);
}
