import { stored } from "../../api/message.ts";
import { checkSheetUnprotected } from "../../book/access.ts";
import { toRange } from "../../book/grid-range.ts";
import { requireSheet } from "../../book/workbook.ts";
import { type RequestKind, rectOf } from "../request-kind.ts";

/** Puts the sheet's one filter on a range, in place of any before. Which rows it hides is for the screen to show. */
export const setBasicFilter: RequestKind<"setBasicFilter"> = ({ filter }, context) => {
  const { range, ...rest } = filter ?? {};
  const rect = rectOf(context, range, "filter.range");
  checkSheetUnprotected(context.book, context.user, rect.sheetId);
  requireSheet(context.book, rect.sheetId).parts.basicFilter = { range: toRange(rect), ...stored(rest) };
  return undefined;
};
