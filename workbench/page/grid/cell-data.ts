import type { ICellData, IStyleData } from "@univerjs/core";
import type { Cell, ExtendedValue } from "../spreadsheet.ts";
import { cellStyle } from "./cell-style.ts";

/** Univer's CellValueType; its enum would pull the whole library into the tests of this file. */
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

/** The look of all cells. Drop-downs do not take it from the sheet, so they need it each. */
export const plainText: IStyleData = { ff: "Noto Sans JP", fs: 10 };

const errors: Record<string, string> = {
  NULL_VALUE: "#NULL!",
  DIVIDE_BY_ZERO: "#DIV/0!",
  VALUE: "#VALUE!",
  REF: "#REF!",
  NAME: "#NAME?",
  NUM: "#NUM!",
  N_A: "#N/A",
};

function typed(value: ExtendedValue | undefined): Pick<ICellData, "v" | "t"> | undefined {
  if (value?.numberValue !== undefined) return { v: value.numberValue, t: NUMBER };
  if (value?.boolValue !== undefined) return { v: value.boolValue ? 1 : 0, t: BOOLEAN };
  if (value?.stringValue !== undefined) return { v: value.stringValue, t: TEXT };
  if (value?.errorValue !== undefined) return { v: errors[value.errorValue.type ?? ""] ?? "#ERROR!", t: TEXT };
  return undefined;
}

/**
 * The engine has computed formulas already: the grid only shows the value and, in the formula bar, the formula.
 * The number format of an empty cell is left out: it shows nothing, and columns have thousands of them.
 */
export function cellData(cell: Cell): ICellData {
  const formula = cell.userEnteredValue?.formulaValue;
  const value = typed(cell.effectiveValue);
  const own = cellStyle(cell.userEnteredFormat, value !== undefined);
  const style = value !== undefined && cell.dataValidation !== undefined ? { ...plainText, ...own } : own;
  return { ...value, ...(formula === undefined ? {} : { f: formula }), ...(style === undefined ? {} : { s: style }) };
}
