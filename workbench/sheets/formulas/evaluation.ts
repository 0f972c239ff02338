import { isFormula, type Sheet, type Workbook } from "../book/workbook.ts";
import { FormulaMirror } from "./formula-mirror.ts";
import type { Value } from "./value.ts";

const mirrors = new WeakMap<object, FormulaMirror>();

/** The value of a cell; only the value of a formula costs an evaluation. */
export function valueAt(book: Workbook, sheet: Sheet, row: number, column: number): Value | undefined {
  const content = sheet.grid.get("value", row, column);
  return isFormula(content) ? mirrorOf(book).valueAt(book, sheet, row, column) : content;
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
