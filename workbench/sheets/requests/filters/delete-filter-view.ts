import type { RequestKind } from "../request-kind.ts";
import { findFilterView } from "./filter-view.ts";

/** Deletes a filter view. */
export const deleteFilterView: RequestKind<"deleteFilterView"> = ({ filterId }, { book }) => {
  const { sheet, view } = findFilterView(book, filterId);
  sheet.parts.filterViews = sheet.parts.filterViews.filter((each) => each !== view);
  return undefined;
};
