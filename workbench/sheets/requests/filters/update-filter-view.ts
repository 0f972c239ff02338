import { updateMask } from "../../api/checked-mask.ts";
import { overlay } from "../../api/field-mask.ts";
import type { RequestKind } from "../request-kind.ts";
import { type FilterView, findFilterView, normalView } from "./filter-view.ts";

/** Changes the named fields of a filter view. */
export const updateFilterView: RequestKind<"updateFilterView"> = ({ filter, fields }, context) => {
  const mask = updateMask(fields, "FilterView");
  const { sheet, view } = findFilterView(context.book, filter?.filterViewId);
  const next = overlay(view, filter ?? {}, mask) as FilterView;
  const { filterViews } = sheet.parts;
  filterViews[filterViews.indexOf(view)] = normalView(context, next, view.filterViewId!, next.title || view.title!);
  return undefined;
};
