import type { sheets_v4 } from "@googleapis/sheets";
import { stored } from "../api/message.ts";
import { shiftFormula } from "../formulas/formula-references.ts";

export type DataValidation = sheets_v4.Schema$DataValidationRule;

/** Where a rule with a formula was written for: its relative references go from there, as those of a copied formula do. */
interface Anchor {
  readonly row: number;
  readonly column: number;
}

/** A rule as cells share it. */
export type CellRule = DataValidation & { readonly anchor?: Anchor };

/** A rule that a range of cells is given, with the first of them. */
export function sharedRule(rule: DataValidation, row: number, column: number): CellRule {
  const own = stored(rule);
  return hasFormula(own) ? { ...own, anchor: { row, column } } : own;
}

/** As the API answers it. */
export function answeredRule(rule: CellRule): DataValidation {
  if (rule.anchor === undefined) return rule;
  const { anchor: _, ...answered } = rule;
  return answered;
}

const isFormula = (text: string | null | undefined): text is string => text?.startsWith("=") === true;

export const hasFormula = ({ condition }: DataValidation): boolean =>
  (condition?.values ?? []).some(({ userEnteredValue }) => isFormula(userEnteredValue));

/** The rule with its formulas changed. */
export function withFormulas(rule: CellRule, change: (formula: string) => string): CellRule {
  const values = (rule.condition?.values ?? []).map((value) =>
    isFormula(value.userEnteredValue) ? { ...value, userEnteredValue: change(value.userEnteredValue) } : value,
  );
  return { ...rule, condition: { ...rule.condition, values } };
}

/** The condition as it reads for one of the rule's cells. */
export function conditionAt(rule: CellRule, row: number, column: number): sheets_v4.Schema$BooleanCondition {
  const { anchor = { row, column } } = rule;
  return (
    withFormulas(rule, (formula) => shiftFormula(formula, row - anchor.row, column - anchor.column)).condition ?? {}
  );
}
