import type { Model } from "@ironcalc/wasm";
import type { Value } from "./value.ts";

/** Fifteen digits are all that the formula engine gives; more would show its rounding. */
const PRECISE = "0.00000000000000E+00";
const ERROR = 16;
const TEXT = 2;
const BOOLEAN = 4;

/** What a formula comes to, and the number format that one such as =TODAY() brings along. */
export interface Result {
  readonly value: Value;
  readonly format?: string;
}

/** Of a cell of the formula engine, by its sheet from 0 and its row and column from 1. */
export function resultIn(model: Model, sheet: number, row: number, column: number): Result {
  const type = Number(model.getCellType(sheet, row, column));
  if (type === ERROR) return { value: { error: model.getFormattedCellValue(sheet, row, column) } };
  if (type === BOOLEAN) return { value: model.getFormattedCellValue(sheet, row, column) === "TRUE" };
  if (type === TEXT) return { value: model.getFormattedCellValue(sheet, row, column) };
  const format = (model.getCellStyle(sheet, row, column) as { style?: { num_fmt?: string } }).style?.num_fmt;
  const shows = (pattern: string) =>
    model.updateRangeStyle({ sheet, row, column, width: 1, height: 1 }, "num_fmt", pattern);
  shows(PRECISE);
  const value = Number(model.getFormattedCellValue(sheet, row, column));
  if (format === undefined || format === "general" || !/[dmyh]/.test(format)) return { value };
  shows(format);
  return { value, format };
}
