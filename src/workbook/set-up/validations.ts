import type { Spreadsheet } from "../../platform/ports.ts";
import { quoted } from "../a1.ts";
import type { Table } from "../declare/table.ts";
import { ruleFor, validationRequests, validationsOf } from "../declare/validation.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import type { SheetFacts } from "./look.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** A look at the first rows tells of the whole: whoever changes rules does it for a column. */
const ROWS = 10;

export const RULE_FIELDS =
  "sheets(properties(sheetId),data(startRow,startColumn,rowData(values(dataValidation(condition,inputMessage,strict)))))";

/** Of the sheets that have columns with validations. */
export const ruleRanges = (facts: ReadonlyMap<Table, SheetFacts>): string[] =>
  [...facts].flatMap(([table, { title, rowCount }]) =>
    validationsOf(table).length === 0 || rowCount < 2 ? [] : [`${quoted(title)}!2:${Math.min(ROWS, rowCount)}`],
  );

/** Validations that are missing, or from an earlier version. A rule of people's own stays. `ruled` is the look at what is there. */
export function validationRepairs(table: Table, facts: SheetFacts, layout: Layout, ruled: Spreadsheet): Request[] {
  const due = validationsOf(table).filter(([name, validation]) => {
    const place = placeOf(layout, name);
    if (facts.validated[place] !== true) return true;
    const wanted = plain(ruleFor(validation, layout, 1));
    return rulesIn(ruled, facts.sheetId, place).some((rule) => isFormula(rule) && plain(rule) !== wanted);
  });
  return validationRequests(table, facts.sheetId, layout, 1, undefined, due);
}

const isFormula = ({ condition }: Rule): boolean => condition?.type === "CUSTOM_FORMULA";

/** Without the row that its references begin in. */
const plain = ({ condition, inputMessage = "", strict = false }: Rule): string =>
  [condition?.values?.[0]?.userEnteredValue?.replace(/(\$[A-Z]+)\d+/g, "$1"), inputMessage, strict].join("\n");

function rulesIn({ sheets = [] }: Spreadsheet, sheetId: number, place: number): Rule[] {
  const sheet = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
  return (sheet?.data ?? []).flatMap(({ startColumn = 0, rowData = [] }) =>
    rowData.flatMap(({ values }) => values?.[place - startColumn]?.dataValidation ?? []),
  );
}
