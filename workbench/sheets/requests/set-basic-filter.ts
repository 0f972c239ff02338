import { checkSheetUnprotected } from "../access.ts";
import { toRange } from "../grid-range.ts";
import { stored } from "../message.ts";
import { type RequestKind, rectOf } from "../request-kind.ts";
import { requireSheet } from "../workbook.ts";

/** Puts the sheet's one filter on a range, in place of any before. Which rows it hides is for the screen to show. */
export const setBasicFilter: RequestKind<"setBasicFilter"> = ({ filter }, context) => {
  const { range, ...rest } = filter ?? {};
  const rect = rectOf(context, range, "filter.range");
  checkSheetUnprotected(context.book, context.user, rect.sheetId);
  requireSheet(context.book, rect.sheetId).parts.basicFilter = { range: toRange(rect), ...stored(rest) };
  return undefined;
};
