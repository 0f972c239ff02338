import type { Sheet, Workbook } from "../book/workbook.ts";
import { conditionFormula } from "../drawing/condition.ts";
import { valueAt } from "../formulas/evaluation.ts";
import { addressOf, holdInSheet } from "../formulas/sheet-formulas.ts";
import { type CellRule, conditionAt } from "./cell-rule.ts";

/** A cell that holds what its rule does not allow. */
export interface Breach {
  readonly row: number;
  readonly column: number;
  /** Nothing else may be in the cell; otherwise it is only pointed out. */
  readonly strict: boolean;
  /** What the rule tells people. */
  readonly message: string;
}

/**
 * Which of these cells hold what their rules do not allow, as Google finds when people enter something. An empty cell is
 * allowed. Lists and checkboxes are those of the page; what this engine cannot compute is let pass.
 */
export function breachesIn(book: Workbook, sheet: Sheet, cells: readonly Pick<Breach, "row" | "column">[]): Breach[] {
  const ruled = cells.flatMap(({ row, column }) => {
    const rule = sheet.grid.get("rule", row, column) as CellRule | undefined;
    const value = valueAt(book, sheet, row, column);
    if (rule === undefined || value === undefined || value === "") return [];
    const text = conditionFormula(conditionAt(rule, row, column), addressOf(row, column));
    return text === undefined ? [] : [{ row, column, rule, text }];
  });
  if (ruled.length === 0) return [];
  const held = holdInSheet(book, sheet, ruled);
  return ruled.flatMap(({ row, column, rule }, index) =>
    held[index] === false ? [{ row, column, strict: rule.strict === true, message: rule.inputMessage ?? "" }] : [],
  );
}
