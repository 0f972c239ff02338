import type { Spreadsheet } from "../../platform/ports.ts";
import { cellsRequest } from "../cell.ts";
import { headerRule, isHeaderRule, isSameRule } from "../declare/header-rule.ts";
import { columnOf, type Table } from "../declare/table.ts";
import type { ColumnPlan } from "./columns.ts";
import type { SheetFacts } from "./look.ts";
import { headerRules } from "./ruled.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Rule = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** Rules that headers lack, or that are about another name or place; and away with those that came to a column of people's. */
export function headerRuleRequests(
  table: Table,
  { sheetId }: SheetFacts,
  { layout, added }: ColumnPlan,
  ruled: Spreadsheet,
): Request[] {
  const found = headerRules(ruled, sheetId);
  if (found === undefined) return [];
  const request = (place: number, rule?: Rule) =>
    cellsRequest(sheetId, 0, place, [rule === undefined ? {} : { dataValidation: rule }], "dataValidation");
  const places = new Set(layout.values());
  return [
    ...[...layout].flatMap(([name, place]) => {
      const wanted = headerRule(columnOf(table, name).header, place);
      return added.includes(name) || isSameRule(found[place] ?? {}, wanted) ? [] : [request(place, wanted)];
    }),
    ...found.flatMap((rule, place) => (isHeaderRule(rule ?? {}) && !places.has(place) ? [request(place)] : [])),
  ];
}
