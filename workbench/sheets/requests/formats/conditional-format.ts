import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import { cloned, stored } from "../../api/message.ts";
import { toRange } from "../../book/grid-range.ts";
import { requireSheet, type Sheet, type Workbook } from "../../book/workbook.ts";
import { updatedFormat } from "../../cells/cell-format.ts";
import type { Context } from "../request-kind.ts";
import { writableRect } from "../request-kind.ts";

export type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** The rule as Google keeps it: its ranges closed by the grid, its colours in both notations. */
export function normalRule(context: Context, rule: Rule | null | undefined): Rule {
  if (!rule) throw invalid("No rule specified.");
  if (!rule.ranges?.length) throw invalid("Conditional format rules must have at least one range.");
  if (!rule.booleanRule === !rule.gradientRule)
    throw invalid("Exactly one of booleanRule or gradientRule must be set.");
  if (rule.booleanRule && !rule.booleanRule.condition?.type) throw invalid("No condition type specified.");
  const ranges = rule.ranges.map((range) => toRange(writableRect(context, range, "ranges")));
  if (ranges.some(({ sheetId }) => sheetId !== ranges[0]!.sheetId))
    throw invalid("All ranges of a conditional format rule must be on the same sheet.");
  const { booleanRule, gradientRule } = rule;
  if (gradientRule) return { ranges, gradientRule: stored(gradientRule) };
  const format = updatedFormat(undefined, booleanRule!.format, true);
  return {
    ranges,
    booleanRule: { condition: stored(booleanRule!.condition!), ...(format ? { format: cloned(format) } : {}) },
  };
}

export const sheetOfRule = (book: Workbook, rule: Rule): Sheet =>
  requireSheet(book, rule.ranges?.[0]?.sheetId, "sheet");

export function ruleAt({ parts, properties }: Sheet, index: number | null | undefined): Rule {
  const rule = parts.conditionalFormats[index ?? 0];
  if (rule === undefined)
    throw invalid(`No conditional format on sheet: ${properties.sheetId ?? 0} at index: ${index ?? 0}`);
  return rule;
}
