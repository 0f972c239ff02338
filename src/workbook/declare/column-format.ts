import type { Layout } from "../read/layout.ts";
import { columnOf, type Table } from "./table.ts";
import { validationRequests } from "./validation.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Number formats, drop-downs and validations of the declared columns for the rows `from` to `to` (the end not included; open when absent). */
export const columnFormats = (table: Table, sheetId: number, layout: Layout, from: number, to?: number): Request[] => [
  ...numberFormats(table, sheetId, layout, from, to),
  ...dropDowns(table, sheetId, layout, from, to),
  ...validationRequests(table, sheetId, layout, from, to),
];

export const numberFormats = (table: Table, sheetId: number, layout: Layout, from: number, to?: number): Request[] =>
  [...layout].flatMap(([name, column]) => {
    const { numberFormat } = columnOf(table, name);
    if (numberFormat === undefined) return [];
    const cell = { userEnteredFormat: { numberFormat } };
    const range = rangeOf(sheetId, column, from, to);
    return [{ repeatCell: { range, cell, fields: "userEnteredFormat.numberFormat" } }];
  });

export const dropDowns = (table: Table, sheetId: number, layout: Layout, from: number, to?: number): Request[] =>
  [...layout].flatMap(([name, column]) => {
    const { choices } = columnOf(table, name);
    if (choices === undefined) return [];
    return [{ setDataValidation: { range: rangeOf(sheetId, column, from, to), rule: dropDown(choices) } }];
  });

const rangeOf = (sheetId: number, column: number, from: number, to?: number) => ({
  sheetId,
  startRowIndex: from,
  ...(to === undefined ? {} : { endRowIndex: to }),
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

/** Not strict: what staff write instead is kept, and marked by Sheets. */
const dropDown = (choices: readonly string[]) => ({
  condition: { type: "ONE_OF_LIST", values: choices.map((userEnteredValue) => ({ userEnteredValue })) },
  showCustomUi: true,
  strict: false,
});
