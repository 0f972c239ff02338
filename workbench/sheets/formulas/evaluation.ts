import { parseA1, quoteTitle } from "../book/a1.ts";
import { isFormula, type Sheet, type Workbook } from "../book/workbook.ts";
import { errorMessage } from "./error-message.ts";
import { FormulaMirror } from "./formula-mirror.ts";
import { singleCells } from "./formula-references.ts";
import { hyperlinkOf } from "./hyperlink.ts";
import { isError, type Value } from "./value.ts";

const mirrors = new WeakMap<object, FormulaMirror>();

/** The value of a cell; only the value of a formula costs an evaluation. */
export function valueAt(book: Workbook, sheet: Sheet, row: number, column: number): Value | undefined {
  const content = sheet.grid.get("value", row, column);
  if (!isFormula(content)) return content;
  const value = mirrorOf(book).valueAt(book, sheet, row, column);
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
      isFormula(content) ? mirrorOf(book).valueAt(book, sheet, rect.startRow, rect.startColumn) : content;
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
  return isFormula(content) ? mirrorOf(book).formatAt(book, sheet, row, column) : undefined;
}

function mirrorOf({ identity }: Workbook): FormulaMirror {
  const mirror = mirrors.get(identity) ?? new FormulaMirror();
  mirrors.set(identity, mirror);
  return mirror;
}
