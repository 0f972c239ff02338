/** Drop-downs and checkboxes as Univer has them: each rule once with its ranges. */
import type { IRange } from "@univerjs/core";
import type { DataValidation, DrawnFrame } from "../../sheets/drawing/drawn.ts";
import type { Entry } from "../sheets-client.ts";
import type { Choice } from "./choice.ts";
import { rangeOf } from "./range.ts";

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
  const options = (condition.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? "");
  const look = { allowBlank: true, showErrorMessage: true, showDropDown: showCustomUi !== false, renderMode: ARROW };
  return { type: "list", formula1: JSON.stringify(options), errorStyle: strict ? STOP : WARNING, ...look };
}

/** Whether an entry reaches a cell with a rule that only the engine can look at. */
export const meetsFormula = (validations: DrawnFrame["validations"], { corner, rows }: Entry): boolean =>
  validations.some(
    ({ rule, areas }) =>
      ruleOf(rule) === undefined &&
      areas.some(
        ({ startRow, endRow, startColumn, endColumn }) =>
          startRow < corner.row + rows.length &&
          corner.row < endRow &&
          startColumn < corner.column + rows[0]!.length &&
          corner.column < endColumn,
      ),
  );

export const covers = ({ ranges }: Rule, row: number, column: number): boolean =>
  ranges.some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
  );

/** Each has a name of its own that stays while its ranges change. */
export function validationRules({ sheetId, validations }: DrawnFrame): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { rule, areas } of validations) {
    const drawn = ruleOf(rule);
    if (drawn === undefined) continue;
    const uid = `${sheetId}-${JSON.stringify(rule)}`;
    const ranges = [...(rules.get(uid)?.ranges ?? []), ...areas.map(rangeOf)];
    rules.set(uid, { ...drawn, uid, ranges });
  }
  return [...rules.values()];
}

export function validationResource(frames: readonly DrawnFrame[]): { name: string; data: string } {
  const bySheet = Object.fromEntries(frames.map((frame) => [frame.sheetId, validationRules(frame)]));
  return { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(bySheet) };
}

export const isCheckbox = (rules: readonly Rule[], row: number, column: number): boolean =>
  rules.some((rule) => rule.type === "checkbox" && covers(rule, row, column));

export function choiceAt(rules: readonly Rule[], row: number, column: number): Choice | undefined {
  const rule = rules.find((each) => each.type === "list" && covers(each, row, column));
  return rule && { options: JSON.parse(rule.formula1 ?? "[]"), strict: rule.errorStyle === STOP };
}
