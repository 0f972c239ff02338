import type { Workbook } from "../book/workbook.ts";
import type { Formula } from "../cells/grid.ts";
import { replaceName } from "./formula-references.ts";
import { callsIn } from "./function-call.ts";
import { withoutHyperlinks } from "./hyperlink.ts";
import { type RowFormula, rowFormula } from "./row-formulas.ts";

/** What they come to depends on the place of the cell, on other cells that no reference names, or on chance. */
const PLACED = /^(?:ROWS?|COLUMNS?|CELL|INFO|SHEETS?|FORMULATEXT|ISFORMULA|SUBTOTAL|RAND|RANDBETWEEN|RANDARRAY)$/i;

/** By the formula as it stands in a cell: its row is another after the cell moved, and its text then too, if it names cells. */
const known = new WeakMap<Formula, { readonly row: number; readonly formula: RowFormula | undefined }>();

/** The formula of a cell as one about its own row; undefined where it reads more than cells of that. */
export function ownRowFormula(book: Workbook, formula: Formula, row: number): RowFormula | undefined {
  if (readsName(book, formula.formula)) return undefined;
  const kept = known.get(formula);
  if (kept?.row === row) return kept.formula;
  const isPlaced = callsIn(formula.formula).some(({ name }) => PLACED.test(name));
  const text = withoutHyperlinks(formula.formula).replace(/^=/, "");
  const found = isPlaced ? undefined : rowFormula(text, row);
  known.set(formula, { row, formula: found });
  return found;
}

const readsName = ({ namedRanges }: Workbook, formula: string): boolean =>
  namedRanges.some(({ name }) => name && replaceName(formula, name, "") !== formula);
