import { answered, cloned } from "../../api/message.ts";
import { newId, type RequestKind } from "../request-kind.ts";
import { findFilterView } from "./filter-view.ts";

/** Copies a filter view, under a title of its own. */
export const duplicateFilterView: RequestKind<"duplicateFilterView"> = ({ filterId }, context) => {
  const { sheet, view } = findFilterView(context.book, filterId);
  const views = context.book.sheets.flatMap(({ parts }) => parts.filterViews);
  const filterViewId = newId(context, (id) => views.some((each) => each.filterViewId === id));
  const copy = { ...cloned(view), filterViewId, title: `Copy of ${view.title ?? ""}` };
  sheet.parts.filterViews.push(copy);
  return { filter: answered(copy) };
};
