import { parseA1, quoteTitle } from "../book/a1.ts";
import { isFormula, type Sheet, type Workbook } from "../book/workbook.ts";
import type { Formula } from "../cells/grid.ts";
import { calculatedAt } from "./calculation-time.ts";
import { errorMessage } from "./error-message.ts";
import { FormulaMirror } from "./formula-mirror.ts";
import { singleCells } from "./formula-references.ts";
import { hyperlinkOf } from "./hyperlink.ts";
import { ownRowFormula } from "./own-row.ts";
import type { Result } from "./result.ts";
import { rowFormulasOf } from "./row-formulas.ts";
import { isError, type Value } from "./value.ts";

const mirrors = new WeakMap<object, FormulaMirror>();

/** The value of a cell; only the value of a formula that looks beyond its row costs an evaluation of the workbook. */
export function valueAt(book: Workbook, sheet: Sheet, row: number, column: number): Value | undefined {
  const content = sheet.grid.get("value", row, column);
  if (!isFormula(content)) return content;
  const { value } = resultAt(book, sheet, row, column, content);
  if (!isError(value)) return value;
  const message = messageOf(book, sheet, content.formula, value.error, HOPS);
  return message === undefined ? value : { ...value, message };
}

/** How far an error is followed back to the formula that caused it. */
const HOPS = 20;

function messageOf(book: Workbook, sheet: Sheet, formula: string, error: string, hops: number): string | undefined {
  const cause = hops === 0 ? undefined : causeOf(book, sheet, formula, error);
  if (cause !== undefined) return messageOf(book, cause.sheet, cause.formula, error, hops - 1);
  return errorMessage(error, formula, (reference) => placeOf(book, sheet, reference)?.value());
}

/** The formula of a cell that this one names and that has the same error. */
function causeOf(book: Workbook, sheet: Sheet, formula: string, error: string) {
  for (const reference of singleCells(formula)) {
    const place = placeOf(book, sheet, reference);
    const value = place?.value();
    if (place?.formula !== undefined && isError(value) && value.error === error)
      return { sheet: place.sheet, formula: place.formula };
  }
  return undefined;
}

/** The cell that a reference in a formula of this sheet names; undefined where it names none. */
function placeOf(book: Workbook, own: Sheet, reference: string) {
  const qualified = reference.includes("!") ? reference : `${quoteTitle(own.properties.title ?? "")}!${reference}`;
  try {
    const { sheet, rect, single } = parseA1(book, qualified);
    if (!single) return undefined;
    const content = sheet.grid.get("value", rect.startRow, rect.startColumn);
    const value = () =>
      isFormula(content) ? resultAt(book, sheet, rect.startRow, rect.startColumn, content).value : content;
    return { sheet, value, formula: isFormula(content) ? content.formula : undefined };
  } catch {
    return undefined;
  }
}

/** Where the HYPERLINK formula of a cell leads. */
export function formulaLink(book: Workbook, sheet: Sheet, row: number, column: number): string | undefined {
  const content = sheet.grid.get("value", row, column);
  if (!isFormula(content)) return undefined;
  return hyperlinkOf(content.formula, (reference) => placeOf(book, sheet, reference)?.value());
}

/** The number format that a formula such as =TODAY() brings along where the cell has none of its own. */
export function formatOfFormula(book: Workbook, sheet: Sheet, row: number, column: number): string | undefined {
  const content = sheet.grid.get("value", row, column);
  return isFormula(content) ? resultAt(book, sheet, row, column, content).format : undefined;
}

/** Without computing the workbook where the formula reads nothing but what was typed into its row. */
function resultAt(book: Workbook, sheet: Sheet, row: number, column: number, formula: Formula): Result {
  const own = ownRowFormula(book, formula, row);
  const typed = (at: number) => sheet.grid.get("value", row, at);
  if (own?.columns.every((at) => !isFormula(typed(at))))
    return rowFormulasOf(book).result(own, calculatedAt(book), (at) => typed(at) as Value | undefined);
  return mirrorOf(book).result(book, sheet, row, column);
}

function mirrorOf({ identity }: Workbook): FormulaMirror {
  const mirror = mirrors.get(identity) ?? new FormulaMirror();
  mirrors.set(identity, mirror);
  return mirror;
}
