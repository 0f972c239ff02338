import { columnLetters } from "../a1.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import type { Validation } from "./column.ts";
import { formulaText } from "./formula.ts";
import { columnOf, type Table } from "./table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** The columns with a validation of their own, by name. */
export const validationsOf = (table: Table): (readonly [name: string, validation: Validation])[] =>
  Object.keys(table.columns).flatMap((name) => {
    const { validation } = columnOf(table, name);
    return validation === undefined ? [] : [[name, validation] as const];
  });

/** The rule for cells from this row on (0 is that of the headers), whose references go along with each of them. */
export function ruleFor({ holds, refuses, message }: Validation, layout: Layout, row: number): Rule {
  const letters = (name: string) => `$${columnLetters(placeOf(layout, name))}`;
  // Down to the end of the sheet, wherever that will be.
  const whole = holds.replace(/\{(\w+):all\}/g, (_, name: string) => `${letters(name)}$2:${letters(name)}`);
  const userEnteredValue = formulaText(whole, (name) => `${letters(name)}${row + 1}`);
  return {
    condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue }] },
    inputMessage: message,
    strict: refuses === true,
  };
}

/** The rules of the rows `from` to `to` (the end not included; open when absent), of those columns that the layout has. */
export const validationRequests = (
  table: Table,
  sheetId: number,
  layout: Layout,
  from: number,
  to?: number,
  wanted = validationsOf(table),
): Request[] =>
  wanted.flatMap(([name, validation]) => {
    const column = layout.get(name);
    if (column === undefined) return [];
    const rows = { startRowIndex: from, ...(to === undefined ? {} : { endRowIndex: to }) };
    const range = { sheetId, ...rows, startColumnIndex: column, endColumnIndex: column + 1 };
    return [{ setDataValidation: { range, rule: ruleFor(validation, layout, from) } }];
  });
