import { columnLetters } from "../a1.ts";

type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/**
 * A header keeps its name: columns are found by it. The rule asks for that one cell wherever the rule itself stands, for a
 * column that people insert takes over the rule of its neighbour, and is to be called what they like.
 */
export const headerRule = (header: string, place: number): Rule => ({
  condition: {
    type: "CUSTOM_FORMULA",
    values: [{ userEnteredValue: `=EXACT($${columnLetters(place)}$1,"${header.replace(/"/g, '""')}")` }],
  },
  inputMessage: `「${header}」は列を探すための見出しのため、変更できません。列の移動や、ほかの列の追加はできます。`,
  strict: true,
});

const formulaIn = ({ condition }: Rule): string => condition?.values?.[0]?.userEnteredValue ?? "";

/** Whichever header it is about, and even where that one is gone. */
export const isHeaderRule = (rule: Rule): boolean =>
  rule.condition?.type === "CUSTOM_FORMULA" && /^=EXACT\([^,]+,".*"\)$/s.test(formulaIn(rule));

export const isSameRule = (rule: Rule, other: Rule): boolean =>
  rule.condition?.type === other.condition?.type &&
  formulaIn(rule) === formulaIn(other) &&
  rule.inputMessage === other.inputMessage &&
  rule.strict === other.strict;
