/** The look at the validations of sheets that are there. */
import type { Spreadsheet } from "../../platform/ports.ts";
import { quoted } from "../a1.ts";
import type { Table } from "../declare/table.ts";
import { validationsOf } from "../declare/validation.ts";
import type { SheetFacts } from "./look.ts";

type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** A look at the first rows tells of the whole: whoever changes rules does it for a column. */
const ROWS = 10;

export const RULE_FIELDS =
  "sheets(properties(sheetId),data(startRow,startColumn,rowData(values(dataValidation(condition,inputMessage,strict)))))";

/** The headers, and what is below them where columns have validations. */
export const ruleRanges = (facts: ReadonlyMap<Table, SheetFacts>): string[] =>
  [...facts].map(([table, { title, rowCount }]) => {
    const last = validationsOf(table).length === 0 ? 1 : Math.min(ROWS, rowCount);
    return `${quoted(title)}!1:${last}`;
  });

/** By the places of columns; undefined for a sheet that was not looked at. */
export function headerRules(ruled: Spreadsheet, sheetId: number): (Rule | undefined)[] | undefined {
  const rows = rowsOf(ruled, sheetId);
  return rows && (rows[0]?.values ?? []).map(({ dataValidation }) => dataValidation);
}

/** Below the header. */
export const rulesIn = (ruled: Spreadsheet, sheetId: number, place: number): Rule[] =>
  (rowsOf(ruled, sheetId) ?? []).slice(1).flatMap(({ values }) => values?.[place]?.dataValidation ?? []);

function rowsOf({ sheets = [] }: Spreadsheet, sheetId: number) {
  const sheet = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
  return sheet && (sheet.data?.[0]?.rowData ?? []);
}
