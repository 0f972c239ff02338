import { invalid } from "../../api/api-error.ts";
import { checkSheetUnprotected } from "../../book/access.ts";
import type { RequestKind } from "../request-kind.ts";

/** Deletes a chart. */
export const deleteEmbeddedObject: RequestKind<"deleteEmbeddedObject"> = ({ objectId }, { book, user }) => {
  const sheet = book.sheets.find(({ parts }) => parts.charts.some(({ chartId }) => chartId === objectId));
  if (sheet === undefined) throw invalid(`No embedded object with id: ${objectId ?? 0}`);
  checkSheetUnprotected(book, user, sheet.properties.sheetId!);
  sheet.parts.charts = sheet.parts.charts.filter(({ chartId }) => chartId !== objectId);
  return undefined;
};
