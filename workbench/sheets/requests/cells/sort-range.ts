import { invalid } from "../../api/api-error.ts";
import { cellsA1 } from "../../book/a1.ts";
import { overlaps, type Rect, toRect } from "../../book/grid-range.ts";
import { isFormula, requireSheet, type Sheet } from "../../book/workbook.ts";
import { shiftFormula } from "../../formulas/formula-references.ts";
import { type Context, type RequestKind, writableRect } from "../request-kind.ts";
import { sortedRows } from "./sort.ts";

/** Sorts the rows of a range; a row's cells stay together with their formats, notes and validation. */
export const sortRange: RequestKind<"sortRange"> = ({ range, sortSpecs }, context) => {
  const rect = writableRect(context, range);
  const sheet = requireSheet(context.book, rect.sheetId);
  checkNoVerticalMerge(sheet, rect);
  const order = sortedRows(context.book, rect, sortSpecs ?? []);
  sheet.grid.reorder(rect.startRow, order, rect.startColumn, rect.endColumn);
  followRows(sheet, rect, order);
  moveRowMetadata(context, rect, order);
  return undefined;
};

function checkNoVerticalMerge({ parts }: Sheet, rect: Rect): void {
  const merge = parts.merges
    .map(toRect)
    .find(
      (each) => each.endRow - each.startRow > 1 && overlaps(each, { ...rect, startColumn: 0, endColumn: Infinity }),
    );
  if (merge)
    throw invalid(`You can't sort a range containing vertical merges. There is a vertical merge at ${cellsA1(merge)}`);
}

/** Relative references move with their row, as when it is copied. */
function followRows({ grid }: Sheet, rect: Rect, order: readonly number[]): void {
  for (const [i, from] of order.entries()) {
    const to = rect.startRow + i;
    for (let column = rect.startColumn; from !== to && column < rect.endColumn; column++) {
      const content = grid.get("value", to, column);
      if (isFormula(content)) grid.set("value", to, column, { formula: shiftFormula(content.formula, to - from, 0) });
    }
  }
}

function moveRowMetadata({ book }: Context, { sheetId, startRow }: Rect, order: readonly number[]): void {
  const places = new Map(order.map((from, i) => [from, startRow + i]));
  for (const { location } of book.metadata) {
    const range = location?.dimensionRange;
    if (!range || range.sheetId !== sheetId || range.dimension !== "ROWS") continue;
    const to = places.get(range.startIndex ?? 0);
    if (to !== undefined) location.dimensionRange = { ...range, startIndex: to, endIndex: to + 1 };
  }
}
