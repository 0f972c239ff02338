import { invalid } from "../../api/api-error.ts";
import type { RequestKind } from "../request-kind.ts";

/** Deletes a chart. */
export const deleteEmbeddedObject: RequestKind<"deleteEmbeddedObject"> = ({ objectId }, { book }) => {
  const sheet = book.sheets.find(({ parts }) => parts.charts.some(({ chartId }) => chartId === objectId));
  if (sheet === undefined) throw invalid(`No embedded object with id: ${objectId ?? 0}`);
  sheet.parts.charts = sheet.parts.charts.filter(({ chartId }) => chartId !== objectId);
  return undefined;
};
