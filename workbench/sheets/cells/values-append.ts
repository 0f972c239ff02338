import type { sheets_v4 } from "@googleapis/sheets";
import type { Scalar } from "../api/value-range.ts";
import { clipped, formatA1, parseA1 } from "../book/a1.ts";
import { checkInsertable, checkSheetUnprotected, checkUnprotected } from "../book/access.ts";
import type { Rect } from "../book/grid-range.ts";
import { checkCellLimit, type Sheet } from "../book/workbook.ts";
import { insertBand } from "../requests/dimensions/insert-dimension.ts";
import type { Context } from "../requests/request-kind.ts";
import { type InputOption, updateAnswer, writeRows } from "./values-write.ts";

/** Writes rows below the table that the range touches, or at the range's start where there is none. */
export function appendValues(
  context: Context,
  range: string,
  rows: readonly Scalar[][],
  option: InputOption,
  insertRows: boolean,
): { answer: sheets_v4.Schema$AppendValuesResponse; written: Rect } {
  const { book, user } = context;
  const target = parseA1(book, range);
  const rect = clipped(book, target);
  const { sheet } = target;
  const table = tableIn(sheet, rect);
  const startRow = table?.endRow ?? rect.startRow;
  const startColumn = table?.startColumn ?? rect.startColumn;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const written = { ...rect, startRow, endRow: startRow + rows.length, startColumn, endColumn: startColumn + columns };
  const tableRange = table && formatA1(book, table);
  if (insertRows && rows.length > 0 && startRow < sheet.grid.rowCount) {
    checkInsertable(book, user, rect.sheetId, "rows", startRow);
    insertBand(context, { sheet, sheetId: rect.sheetId, axis: "rows", start: startRow, end: startRow + rows.length });
  }
  makeRoom(context, sheet, written);
  checkUnprotected(book, user, written);
  writeRows(context, sheet, written, rows, option);
  return {
    answer: {
      spreadsheetId: book.spreadsheetId,
      ...(tableRange === undefined ? {} : { tableRange }),
      updates: updateAnswer(context, written, rows),
    },
    written,
  };
}

function makeRoom({ book, user }: Context, { grid }: Sheet, written: Rect): void {
  if (written.endColumn <= grid.columnCount && written.endRow <= grid.rowCount) return;
  checkSheetUnprotected(book, user, written.sheetId);
  grid.resize(Math.max(grid.rowCount, written.endRow), Math.max(grid.columnCount, written.endColumn));
  checkCellLimit(book);
}

/** The last block of cells with values, grown over neighbours (also diagonal ones), that the rectangle touches. */
function tableIn(sheet: Sheet, rect: Rect): Rect | undefined {
  const seed = lastFilled(sheet, rect);
  if (seed === undefined) return undefined;
  let table: Rect = {
    ...rect,
    startRow: seed.row,
    endRow: seed.row + 1,
    startColumn: seed.column,
    endColumn: seed.column + 1,
  };
  for (let grown = grow(sheet, table); grown !== table; grown = grow(sheet, table)) table = grown;
  return table;
}

const filled = ({ grid }: Sheet, row: number, column: number): boolean => grid.get("value", row, column) !== undefined;

/** Seen from the end of the range: of two blocks with a gap between them, the one to the right is the table. */
function lastFilled(sheet: Sheet, rect: Rect): { row: number; column: number } | undefined {
  for (let row = Math.min(rect.endRow, sheet.grid.usedRows) - 1; row >= rect.startRow; row--)
    for (let column = lastColumn(sheet, rect, row); column >= rect.startColumn; column--)
      if (filled(sheet, row, column)) return { row, column };
  return undefined;
}

const lastColumn = ({ grid }: Sheet, rect: Rect, row: number): number =>
  Math.min(rect.endColumn, grid.row(row)?.value?.length ?? 0) - 1;

/** The rectangle with each side moved out by one where the row or column beside it holds something. */
function grow(sheet: Sheet, table: Rect): Rect {
  const { startRow, endRow, startColumn, endColumn } = table;
  const inRow = (row: number) => row >= 0 && anyInRow(sheet, row, startColumn - 1, endColumn + 1);
  const inColumn = (column: number) => column >= 0 && anyInColumn(sheet, column, startRow - 1, endRow + 1);
  if (inRow(startRow - 1)) return { ...table, startRow: startRow - 1 };
  if (inRow(endRow)) return { ...table, endRow: endRow + 1 };
  if (inColumn(startColumn - 1)) return { ...table, startColumn: startColumn - 1 };
  if (inColumn(endColumn)) return { ...table, endColumn: endColumn + 1 };
  return table;
}

function anyInRow(sheet: Sheet, row: number, from: number, to: number): boolean {
  for (let column = Math.max(0, from); column < to; column++) if (filled(sheet, row, column)) return true;
  return false;
}

function anyInColumn(sheet: Sheet, column: number, from: number, to: number): boolean {
  for (let row = Math.max(0, from); row < to; row++) if (filled(sheet, row, column)) return true;
  return false;
}
