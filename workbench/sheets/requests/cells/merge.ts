import { invalid } from "../../api/api-error.ts";
import { contains, type GridRange, overlaps, type Rect, toRect } from "../../book/grid-range.ts";

/** Refuses a range that has only a part of a merged cell in it. */
export function checkNoSplitMerge(merges: readonly GridRange[], rect: Rect): void {
  if (merges.map(toRect).some((merge) => overlaps(merge, rect) && !contains(rect, merge)))
    throw invalid("You must select all cells in a merged range to merge or unmerge them.");
}
