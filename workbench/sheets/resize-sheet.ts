import { invalid } from "./api-error.ts";
import type { Context } from "./request-kind.ts";
import { type Axis, deletion, follow } from "./structure.ts";
import { checkCellLimit, type Sheet } from "./workbook.ts";

/** Gives a grid its new size; what lay beyond a smaller one is gone, as if deleted. */
export function resizeSheet({ book }: Context, sheet: Sheet, rowCount: number, columnCount: number): void {
  if (rowCount < 1 || columnCount < 1) throw invalid("A sheet must have at least one row and one column.");
  const before = { rows: sheet.grid.rowCount, columns: sheet.grid.columnCount };
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
