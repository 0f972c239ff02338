import { checkSheetUnprotected } from "../access.ts";
import { ruleAt } from "../conditional-format.ts";
import { answered } from "../message.ts";
import type { RequestKind } from "../request-kind.ts";
import { requireSheet } from "../workbook.ts";

/** Deletes the rule at an index; those after it move up. */
export const deleteConditionalFormatRule: RequestKind<"deleteConditionalFormatRule"> = (request, { book, user }) => {
  const sheet = requireSheet(book, request.sheetId, "sheet");
  checkSheetUnprotected(book, user, sheet.properties.sheetId ?? 0);
  const rule = ruleAt(sheet, request.index);
  sheet.parts.conditionalFormats.splice(request.index ?? 0, 1);
  return { rule: answered(rule) };
};
