import { checkSheetUnprotected } from "../../book/access.ts";
import { requireSheet } from "../../book/workbook.ts";
import type { RequestKind } from "../request-kind.ts";

/** Takes the sheet's filter off, if there is one. */
export const clearBasicFilter: RequestKind<"clearBasicFilter"> = ({ sheetId }, { book, user }) => {
  const { parts, properties } = requireSheet(book, sheetId, "sheet");
  checkSheetUnprotected(book, user, properties.sheetId ?? 0);
  delete parts.basicFilter;
  return undefined;
};
