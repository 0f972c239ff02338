import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import { stored } from "../../api/message.ts";
import { type GridRange, toRange } from "../../book/grid-range.ts";
import type { Sheet, Workbook } from "../../book/workbook.ts";
import { type Context, rectOf } from "../request-kind.ts";

export type FilterView = sheets_v4.Schema$FilterView;

export function findFilterView(book: Workbook, id: number | null | undefined): { sheet: Sheet; view: FilterView } {
  for (const sheet of book.sheets) {
    const view = sheet.parts.filterViews.find((each) => each.filterViewId === id);
    if (view) return { sheet, view };
  }
  throw invalid(`No filter view with id: ${id ?? 0}`);
}

/** The view as Google keeps it; its range may be that of a named range. */
export function normalView(context: Context, given: FilterView, id: number, title: string): FilterView {
  const { range, filterViewId: _id, title: _title, ...rest } = given;
  return {
    filterViewId: id,
    title,
    range: toRange(rectOf(context, rangeOf(context.book, given), "filter.range")),
    ...stored(rest),
  };
}

function rangeOf({ namedRanges }: Workbook, { range, namedRangeId }: FilterView): GridRange | null | undefined {
  return namedRangeId ? namedRanges.find((each) => each.namedRangeId === namedRangeId)?.range : range;
}
