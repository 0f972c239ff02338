import { isFormula, type Sheet, type Workbook } from "../book/workbook.ts";
import { formatOfFormula, valueAt } from "../formulas/evaluation.ts";
import { isError, type Value } from "../formulas/value.ts";
import type { CellFormat } from "./cell-format.ts";
import { formatted, type NumberFormat, patternOf } from "./number-format.ts";

export type RenderOption = "FORMATTED_VALUE" | "UNFORMATTED_VALUE" | "FORMULA";
export type DateOption = "SERIAL_NUMBER" | "FORMATTED_STRING";

const dateTypes = new Set(["DATE", "TIME", "DATE_TIME"]);

/** A cell as `values.get` answers it; undefined for an empty cell. */
export function shown(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  render: RenderOption,
  dates: DateOption,
): string | number | boolean | undefined {
  const content = sheet.grid.get("value", row, column);
  if (content === undefined) return undefined;
  if (render === "FORMULA" && isFormula(content)) return content.formula;
  const value = valueAt(book, sheet, row, column);
  if (value === undefined) return undefined;
  if (render === "FORMATTED_VALUE") return display(book, sheet, row, column, value);
  if (isError(value)) return value.message === undefined ? value.error : `${value.error} (${value.message})`;
  const date = dates === "FORMATTED_STRING" && dateTypes.has(numberFormatAt(book, sheet, row, column)?.type ?? "");
  return date ? display(book, sheet, row, column, value) : value;
}

/** The text a cell shows. */
export function display(book: Workbook, sheet: Sheet, row: number, column: number, value: Value): string {
  const locale = book.properties.locale ?? "en_US";
  return formatted(value, patternOf(numberFormatAt(book, sheet, row, column), locale), locale);
}

/** A cell's own number format, or else the spreadsheet's, or else what its formula brings along. */
export function numberFormatAt(book: Workbook, sheet: Sheet, row: number, column: number): NumberFormat | undefined {
  const own = (sheet.grid.get("format", row, column) as CellFormat | undefined)?.numberFormat;
  const given = own ?? book.properties.defaultFormat?.numberFormat;
  if (given) return given;
  const brought = formatOfFormula(book, sheet, row, column);
  if (brought === undefined) return undefined;
  return { type: /h/i.test(brought) ? "DATE_TIME" : "DATE" };
}
