import { invalid } from "../../api/api-error.ts";
import type { RequestKind } from "../request-kind.ts";
import { normalRule, sheetOfRule } from "./conditional-format.ts";

/** Inserts a rule before those that stood at its index; earlier rules win. */
export const addConditionalFormatRule: RequestKind<"addConditionalFormatRule"> = ({ rule, index }, context) => {
  const complete = normalRule(context, rule);
  const { parts } = sheetOfRule(context.book, complete);
  const at = index ?? 0;
  if (at < 0 || at > parts.conditionalFormats.length) throw invalid(`Invalid conditional format index ${at}`);
  parts.conditionalFormats.splice(at, 0, complete);
  return undefined;
};
