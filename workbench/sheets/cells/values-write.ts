import type { sheets_v4 } from "@googleapis/sheets";
import { badPayload, invalid } from "../api/api-error.ts";
import type { Scalar } from "../api/value-range.ts";
import { type A1Range, cellsA1, checkInside, clipped, formatA1, parseA1, quoteTitle } from "../book/a1.ts";
import { checkUnprotected } from "../book/access.ts";
import { columnName } from "../book/column-name.ts";
import { height, type Rect, width } from "../book/grid-range.ts";
import { requireSheet, type Sheet } from "../book/workbook.ts";
import type { Context } from "../requests/request-kind.ts";
import { type CellFormat, updatedFormat } from "./cell-format.ts";
import { checkLength } from "./cell-write.ts";
import type { Grid } from "./grid.ts";
import { entered } from "./user-input.ts";

export type InputOption = "RAW" | "USER_ENTERED";

export function inputOption(given: string | null | undefined): InputOption {
  if (given === "RAW" || given === "USER_ENTERED") return given;
  if (!given || given === "INPUT_VALUE_OPTION_UNSPECIFIED")
    throw invalid("'valueInputOption' is required but not specified");
  throw badPayload(
    "value_input_option",
    `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "${given}"`,
  );
}

/** Writes rows at a range and tells what was written; a lone cell is only a start, a range must hold all rows. */
export function writeRange(context: Context, range: string, rows: readonly Scalar[][], option: InputOption): Rect {
  const { book, user } = context;
  const target = parseA1(book, range);
  clipped(book, target);
  const rect = writtenRect(target, rows);
  checkFits(target, rect);
  checkInside(book, target.sheet, rect);
  checkUnprotected(book, user, rect);
  writeRows(context, target.sheet, rect, rows, option);
  return rect;
}

function writtenRect({ rect }: A1Range, rows: readonly Scalar[][]): Rect {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { ...rect, endRow: rect.startRow + rows.length, endColumn: rect.startColumn + columns };
}

function checkFits({ sheet, rect, single }: A1Range, written: Rect): void {
  if (single) return;
  const within = `Requested writing within range [${quoteTitle(sheet.properties.title ?? "")}!${cellsA1(rect)}]`;
  if (written.endRow > rect.endRow) throw invalid(`${within}, but tried writing to row [${rect.endRow + 1}]`);
  if (written.endColumn > rect.endColumn)
    throw invalid(`${within}, but tried writing to column [${columnName(rect.endColumn)}]`);
}

/** Puts the rows into the cells; null leaves a cell as it is, an empty text empties it. */
export function writeRows(
  { book, now }: Context,
  { grid }: Sheet,
  rect: Rect,
  rows: readonly Scalar[][],
  option: InputOption,
): void {
  rows.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      if (cell === null) return;
      const [row, column] = [rect.startRow + i, rect.startColumn + j];
      if (option === "RAW") {
        grid.set("value", row, column, cell === "" ? undefined : typeof cell === "string" ? checkLength(cell) : cell);
        return;
      }
      enter({ book, now }, grid, row, column, cell);
    });
  });
}

/** Puts a value into a cell as if somebody typed it there. */
export function enter(
  { book, now }: Pick<Context, "book" | "now">,
  grid: Grid,
  row: number,
  column: number,
  cell: Scalar,
): void {
  const format = grid.get("format", row, column) as CellFormat | undefined;
  const { content, numberFormat } = entered(cell, format?.numberFormat, book.properties, now);
  grid.set("value", row, column, content);
  if (numberFormat) grid.set("format", row, column, updatedFormat(format, { numberFormat }, { numberFormat: true }));
}

/** The cells that were written, by their place in the rows; null leaves a cell alone. */
export function writtenCells(rows: readonly Scalar[][]): { rows: Set<number>; columns: Set<number>; cells: number } {
  const places = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell === null ? [] : [{ row, column }])),
  );
  return {
    rows: new Set(places.map(({ row }) => row)),
    columns: new Set(places.map(({ column }) => column)),
    cells: places.length,
  };
}

/** What `values.update` answers: only rows and columns with a written cell count. */
export function updateAnswer(
  { book }: Context,
  rect: Rect,
  rows: readonly Scalar[][],
): sheets_v4.Schema$UpdateValuesResponse {
  const written = writtenCells(rows);
  const empty = height(rect) === 0 || width(rect) === 0;
  const shownRect = empty ? { ...rect, endRow: rect.startRow + 1, endColumn: rect.startColumn + 1 } : rect;
  return {
    spreadsheetId: book.spreadsheetId,
    updatedRange: formatA1(book, shownRect),
    ...(written.cells === 0
      ? {}
      : { updatedRows: written.rows.size, updatedColumns: written.columns.size, updatedCells: written.cells }),
  };
}

/** Empties the values of a range; formats, notes and validation stay. */
export function clearRange({ book, user }: Context, range: string): string {
  const rect = clipped(book, parseA1(book, range));
  checkUnprotected(book, user, rect);
  const { grid } = requireSheet(book, rect.sheetId);
  for (let row = rect.startRow; row < Math.min(rect.endRow, grid.usedRows); row++) {
    const end = Math.min(rect.endColumn, grid.row(row)?.value?.length ?? 0);
    for (let column = end - 1; column >= rect.startColumn; column--) grid.set("value", row, column, undefined);
  }
  return formatA1(book, rect);
}
