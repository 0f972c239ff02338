import { answered } from "../../api/message.ts";
import { requireSheet } from "../../book/workbook.ts";
import { newId, type RequestKind } from "../request-kind.ts";
import { normalView } from "./filter-view.ts";

/** Adds a filter that each person may turn on for themselves. */
export const addFilterView: RequestKind<"addFilterView"> = ({ filter }, context) => {
  const given = filter ?? {};
  const views = context.book.sheets.flatMap(({ parts }) => parts.filterViews);
  const id = given.filterViewId || newId(context, (taken) => views.some((view) => view.filterViewId === taken));
  const view = normalView(context, given, id, given.title || `Filter ${views.length + 1}`);
  requireSheet(context.book, view.range?.sheetId).parts.filterViews.push(view);
  return { filter: answered(view) };
};
