import type { ICellData } from "@univerjs/core";
import type { Cell, ExtendedValue } from "../spreadsheet.ts";
import { cellStyle } from "./cell-style.ts";

/** Univer's CellValueType; its enum would pull the whole library into the tests of this file. */
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

function typed(value: ExtendedValue | undefined, shown: string | undefined): Pick<ICellData, "v" | "t"> {
  if (value?.numberValue !== undefined) return { v: value.numberValue, t: NUMBER };
  if (value?.boolValue !== undefined) return { v: value.boolValue ? 1 : 0, t: BOOLEAN };
  if (value?.stringValue !== undefined) return { v: value.stringValue, t: TEXT };
  if (value?.errorValue !== undefined) return { v: shown ?? "#ERROR!", t: TEXT };
  return {};
}

/** The engine has computed formulas already: the grid only shows its value and, in the formula bar, its formula. */
export function cellData(cell: Cell): ICellData {
  const formula = cell.userEnteredValue?.formulaValue;
  const style = cellStyle(cell.effectiveFormat ?? cell.userEnteredFormat);
  return {
    ...typed(cell.effectiveValue ?? cell.userEnteredValue, cell.formattedValue),
    ...(formula === undefined ? {} : { f: formula }),
    ...(style === undefined ? {} : { s: style }),
  };
}
