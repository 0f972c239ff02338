/** Drop-downs and checkboxes: the API gives a rule per cell, Univer wants each rule once with its ranges. */
import type { IRange } from "@univerjs/core";
import type { DataValidation, Sheet } from "../spreadsheet.ts";
import type { Choice } from "./choice.ts";

export interface Rule {
  readonly uid: string;
  readonly type: "list" | "checkbox";
  readonly ranges: IRange[];
  /** Univer keeps the options of a list as JSON. */
  readonly formula1?: string;
  readonly allowBlank?: boolean;
  readonly showErrorMessage?: boolean;
  readonly showDropDown?: boolean;
  readonly renderMode?: number;
  readonly errorStyle?: number;
}

const STOP = 1;
const WARNING = 2;
const ARROW = 1;

function ruleOf({ condition, strict, showCustomUi }: DataValidation): Omit<Rule, "uid" | "ranges"> | undefined {
  if (condition?.type === "BOOLEAN") return { type: "checkbox" };
  if (condition?.type !== "ONE_OF_LIST") return undefined;
  const options = (condition.values ?? []).map(({ userEnteredValue = "" }) => userEnteredValue);
  const look = { allowBlank: true, showErrorMessage: true, showDropDown: showCustomUi !== false, renderMode: ARROW };
  return { type: "list", formula1: JSON.stringify(options), errorStyle: strict ? STOP : WARNING, ...look };
}

/** Grows the last range when the cell is right below it, as cells of a column come in order. */
function addCell(ranges: IRange[], row: number, column: number): void {
  const last = ranges.findLast((range) => range.startColumn === column);
  if (last?.endRow === row - 1) last.endRow = row;
  else ranges.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
}

export const covers = ({ ranges }: Rule, row: number, column: number): boolean =>
  ranges.some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
  );

export function validationRules(sheet: Sheet): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { startRow = 0, startColumn = 0, rowData = [] } of sheet.data ?? []) {
    rowData.forEach(({ values = [] }, row) => {
      values.forEach(({ dataValidation }, column) => {
        const rule = dataValidation && ruleOf(dataValidation);
        if (rule === undefined) return;
        const key = JSON.stringify(rule);
        const known = rules.get(key) ?? { ...rule, uid: `${sheet.properties.sheetId}-${rules.size}`, ranges: [] };
        rules.set(key, known);
        addCell(known.ranges, startRow + row, startColumn + column);
      });
    });
  }
  return [...rules.values()];
}

export function validationResource(sheets: readonly Sheet[]): { name: string; data: string } {
  const bySheet = Object.fromEntries(sheets.map((sheet) => [sheet.properties.sheetId, validationRules(sheet)]));
  return { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(bySheet) };
}

export const isCheckbox = (rules: readonly Rule[], row: number, column: number): boolean =>
  rules.some((rule) => rule.type === "checkbox" && covers(rule, row, column));

export function choiceAt(rules: readonly Rule[], row: number, column: number): Choice | undefined {
  const rule = rules.find((each) => each.type === "list" && covers(each, row, column));
  return rule && { options: JSON.parse(rule.formula1 ?? "[]"), strict: rule.errorStyle === STOP };
}
