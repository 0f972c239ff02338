import { coversCell, type Rect, toRect } from "../book/grid-range.ts";
import type { Sheet, Workbook } from "../book/workbook.ts";
import type { CellFormat } from "../cells/cell-format.ts";
import { calculatedAt } from "../formulas/calculation-time.ts";
import { valueAt } from "../formulas/evaluation.ts";
import { shiftFormula } from "../formulas/formula-references.ts";
import { cellOfRow, type RowFormula, rowCondition, rowFormulasOf } from "../formulas/row-formulas.ts";
import type { Rule } from "../requests/formats/conditional-format.ts";
import { conditionFormula } from "./condition.ts";

interface ReadyRule {
  readonly rects: readonly Rect[];
  readonly format: CellFormat;
  /** The formula for cells of a column; undefined where it looks beyond the row, which this engine leaves undrawn. */
  readonly formulaFor: (column: number) => RowFormula | undefined;
}

export type ConditionalLook = (row: number, column: number) => CellFormat | undefined;

/** The format of the first rule that holds for a cell, as Google chooses among them. Gradients are not computed. */
export function conditionalLook(book: Workbook, sheet: Sheet): ConditionalLook {
  const rules = sheet.parts.conditionalFormats.flatMap(readyRule);
  if (rules.length === 0) return () => undefined;
  const formulas = rowFormulasOf(book);
  const time = calculatedAt(book);
  // Most rules ask the same of all cells of a row.
  let held = new Map<RowFormula, boolean>();
  let heldRow = -1;
  const holds = (row: number, formula: RowFormula): boolean => {
    if (row !== heldRow) held = new Map();
    heldRow = row;
    const known = held.get(formula) ?? formulas.holds(formula, time, (column) => valueAt(book, sheet, row, column));
    held.set(formula, known);
    return known;
  };
  return (row, column) =>
    rules.find(({ rects, formulaFor }) => {
      const formula = rects.some((rect) => coversCell(rect, row, column)) ? formulaFor(column) : undefined;
      return formula !== undefined && holds(row, formula);
    })?.format;
}

function readyRule({ ranges = [], booleanRule }: Rule): ReadyRule[] {
  const condition = booleanRule?.condition;
  const format = booleanRule?.format ?? {};
  if (!condition) return [];
  const rects = (ranges ?? []).map(toRect);
  const { startRow, startColumn } = rects[0]!;
  const byText = new Map<string, RowFormula | undefined>();
  const byColumn = new Map<number, RowFormula | undefined>();
  const madeFor = (column: number): RowFormula | undefined => {
    const own = condition.type === "CUSTOM_FORMULA";
    const row = own ? startRow : 0;
    const text = conditionFormula(condition, cellOfRow(column));
    const shifted = text !== undefined && own ? shiftFormula(text, 0, column - startColumn) : text;
    if (shifted !== undefined && !byText.has(shifted)) byText.set(shifted, rowCondition(shifted, row));
    return shifted === undefined ? undefined : byText.get(shifted);
  };
  const formulaFor = (column: number) => {
    if (!byColumn.has(column)) byColumn.set(column, madeFor(column));
    return byColumn.get(column);
  };
  return [{ rects, format, formulaFor }];
}
