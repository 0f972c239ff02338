import { answered } from "../../api/message.ts";
import { checkSheetUnprotected } from "../../book/access.ts";
import { requireSheet } from "../../book/workbook.ts";
import type { RequestKind } from "../request-kind.ts";
import { ruleAt } from "./conditional-format.ts";

/** Deletes the rule at an index; those after it move up. */
export const deleteConditionalFormatRule: RequestKind<"deleteConditionalFormatRule"> = (request, { book, user }) => {
  const sheet = requireSheet(book, request.sheetId, "sheet");
  checkSheetUnprotected(book, user, sheet.properties.sheetId ?? 0);
  const rule = ruleAt(sheet, request.index);
  sheet.parts.conditionalFormats.splice(request.index ?? 0, 1);
  return { rule: answered(rule) };
};
