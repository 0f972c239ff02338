import { invalid } from "../../api/api-error.ts";
import { contains, type Rect, toRange, toRect } from "../../book/grid-range.ts";
import { requireSheet } from "../../book/workbook.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";
import { checkNoSplitMerge } from "./merge.ts";

/** Merges a range, or each of its rows or columns; only the first cell of each keeps its value. */
export const mergeCells: RequestKind<"mergeCells"> = ({ range, mergeType }, context) => {
  const rect = writableRect(context, range);
  const { grid, parts } = requireSheet(context.book, rect.sheetId);
  checkNoSplitMerge(parts.merges, rect);
  parts.merges = parts.merges.filter((merge) => !contains(rect, toRect(merge)));
  for (const block of blocks(rect, mergeType)) {
    if (block.endRow - block.startRow === 1 && block.endColumn - block.startColumn === 1) continue;
    parts.merges.push(toRange(block));
    for (let row = block.startRow; row < block.endRow; row++)
      for (let column = block.startColumn; column < block.endColumn; column++)
        if (row > block.startRow || column > block.startColumn) grid.set("value", row, column, undefined);
  }
  return undefined;
};

function blocks(rect: Rect, mergeType: string | null | undefined): Rect[] {
  const each = (start: number, end: number, block: (i: number) => Rect) =>
    Array.from({ length: end - start }, (_, i) => block(start + i));
  if (!mergeType || mergeType === "MERGE_ALL") return [rect];
  if (mergeType === "MERGE_ROWS")
    return each(rect.startRow, rect.endRow, (row) => ({ ...rect, startRow: row, endRow: row + 1 }));
  if (mergeType === "MERGE_COLUMNS")
    return each(rect.startColumn, rect.endColumn, (column) => ({
      ...rect,
      startColumn: column,
      endColumn: column + 1,
    }));
  throw invalid(`Invalid merge type: ${mergeType}`);
}
