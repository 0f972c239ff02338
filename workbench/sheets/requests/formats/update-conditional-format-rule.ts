import { invalid } from "../../api/api-error.ts";
import { answered } from "../../api/message.ts";
import { checkSheetUnprotected } from "../../book/access.ts";
import { requireSheet } from "../../book/workbook.ts";
import type { RequestKind } from "../request-kind.ts";
import { normalRule, ruleAt, sheetOfRule } from "./conditional-format.ts";

/** Replaces the rule at an index, or moves it to another. */
export const updateConditionalFormatRule: RequestKind<"updateConditionalFormatRule"> = (request, context) => {
  const { rule, index, newIndex, sheetId } = request;
  const moves = newIndex !== undefined && newIndex !== null;
  if (Boolean(rule) === moves) throw invalid("Set exactly one of rule or newIndex.");
  const complete = rule ? normalRule(context, rule) : undefined;
  const sheet = complete ? sheetOfRule(context.book, complete) : requireSheet(context.book, sheetId, "sheet");
  checkSheetUnprotected(context.book, context.user, sheet.properties.sheetId ?? 0);
  const old = ruleAt(sheet, index);
  const at = index ?? 0;
  const rules = sheet.parts.conditionalFormats;
  if (complete) {
    rules[at] = complete;
    return answered({ newRule: complete, newIndex: at, oldRule: old, oldIndex: at });
  }
  if (newIndex! < 0 || newIndex! >= rules.length) throw invalid(`Invalid conditional format index ${newIndex}`);
  rules.splice(at, 1);
  rules.splice(newIndex!, 0, old);
  return answered({ newRule: old, newIndex, oldIndex: at });
};
