import type { Layout } from "./layout.ts";
import { columnOf, type Table } from "./table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Number formats and drop-downs of the declared columns for the rows `from` to `to` (the end not included; open when absent). */
export function columnFormats(table: Table, sheetId: number, layout: Layout, from: number, to?: number): Request[] {
  return [...layout].flatMap(([name, column]) => {
    const { numberFormat, choices } = columnOf(table, name);
    const range = {
      sheetId,
      startRowIndex: from,
      ...(to === undefined ? {} : { endRowIndex: to }),
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    return [
      ...(numberFormat === undefined
        ? []
        : [
            {
              repeatCell: {
                range,
                cell: { userEnteredFormat: { numberFormat } },
                fields: "userEnteredFormat.numberFormat",
              },
            },
          ]),
      ...(choices === undefined ? [] : [{ setDataValidation: { range, rule: dropDown(choices) } }]),
    ];
  });
}

/**
 * Checkboxes for the rows `from` to `to` (the end not included), which have to be rows in use: Google counts a cell with a
 * checkbox as content, so one further down would lead every append below it (apps-script 4.3).
 */
export const checkboxRequests = (table: Table, sheetId: number, layout: Layout, from: number, to: number): Request[] =>
  [...layout].flatMap(([name, column]) => {
    if (columnOf(table, name).checkbox === undefined || from >= to) return [];
    const range = {
      sheetId,
      startRowIndex: from,
      endRowIndex: to,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    return [{ setDataValidation: { range, rule: { condition: { type: "BOOLEAN" }, showCustomUi: true } } }];
  });

/** Not strict: what staff write instead is kept, and marked by Sheets. */
const dropDown = (choices: readonly string[]) => ({
  condition: { type: "ONE_OF_LIST", values: choices.map((userEnteredValue) => ({ userEnteredValue })) },
  showCustomUi: true,
  strict: false,
});
