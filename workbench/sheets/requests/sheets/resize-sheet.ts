import { invalid } from "../../api/api-error.ts";
import { checkUnprotected } from "../../book/access.ts";
import { type Axis, deletion, follow } from "../../book/structure.ts";
import { checkCellLimit, type Sheet } from "../../book/workbook.ts";
import type { Context } from "../request-kind.ts";

/** Gives a grid its new size; what lay beyond a smaller one is gone, as if deleted. */
export function resizeSheet(context: Context, sheet: Sheet, rowCount: number, columnCount: number): void {
  if (rowCount < 1 || columnCount < 1) throw invalid("A sheet must have at least one row and one column.");
  const { book, user } = context;
  const before = { rows: sheet.grid.rowCount, columns: sheet.grid.columnCount };
  const sheetId = sheet.properties.sheetId ?? 0;
  const cut = { sheetId, startRow: 0, endRow: Infinity, startColumn: 0, endColumn: Infinity };
  if (rowCount < before.rows) checkUnprotected(book, user, { ...cut, startRow: rowCount });
  if (columnCount < before.columns) checkUnprotected(book, user, { ...cut, startColumn: columnCount });
  sheet.grid.resize(rowCount, columnCount);
  checkCellLimit(book);
  shrink(book, sheet, "rows", before.rows, rowCount);
  shrink(book, sheet, "columns", before.columns, columnCount);
}

function shrink(book: Context["book"], sheet: Sheet, axis: Axis, from: number, to: number): void {
  if (to >= from) return;
  sheet.parts[axis].length = Math.min(sheet.parts[axis].length, to);
  follow(book, sheet, axis, deletion(to, from - to));
}
