import { columnLetters } from "../a1.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import { formulasOf, type Table } from "./table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A formula of a declaration as Sheets takes it: without its "=", and with {name} where a column's cell is meant. */
export const formulaText = (pattern: string, cell: (name: string) => string): string =>
  `=${pattern.replace(/\{(\w+)\}/g, (_, name: string) => cell(name))}`;

/**
 * The formula of one column in the rows `from` to `to` (the end not included), which have to be rows in use: a formula
 * counts as content.
 */
export function formulaRequest(
  { name, formula }: ReturnType<typeof formulasOf>[number],
  sheetId: number,
  layout: Layout,
  from: number,
  to: number,
): Request {
  const place = placeOf(layout, name);
  // From the first row on, Sheets lets what the formula refers to move along with it.
  const formulaValue = formulaText(formula, (other) => `${columnLetters(placeOf(layout, other))}${from + 1}`);
  const rows = { startRowIndex: from, endRowIndex: to };
  const range = { sheetId, ...rows, startColumnIndex: place, endColumnIndex: place + 1 };
  return { repeatCell: { range, cell: { userEnteredValue: { formulaValue } }, fields: "userEnteredValue" } };
}

export const formulaRequests = (table: Table, sheetId: number, layout: Layout, from: number, to: number): Request[] =>
  from >= to ? [] : formulasOf(table).map((column) => formulaRequest(column, sheetId, layout, from, to));
