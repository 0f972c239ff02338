import { columnLetters } from "../a1.ts";
import { formulaText } from "../declare/formula.ts";
import type { Table } from "../declare/table.ts";
import { type Layout, placeOf, widthOf } from "../read/layout.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Rule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

/**
 * `there` are the rules that the sheet has. Their formulas follow the columns, and what people made of our formats stays.
 * Rows inserted above the first one push a rule down with it; such a rule is pulled up again.
 */
export function highlightRequests(
  { highlights = [] }: Table,
  sheetId: number,
  layout: Layout,
  there: readonly Rule[] = [],
): Request[] {
  const column = (name: string) => `$${columnLetters(placeOf(layout, name))}`;
  const ranges = [{ sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: widthOf(layout) }];
  const formulas = there.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue ?? "");
  const rowless = formulas.map((formula) => formula.replace(/(\$[A-Z]+)\d+/g, "$1"));
  const pulled: Request[] = [];
  const added: Request[] = [];
  for (const [index, [pattern, look]] of highlights.entries()) {
    const formula = formulaText(pattern, (name) => `${column(name)}2`);
    if (formulas.includes(formula)) continue;
    const place = rowless.indexOf(formulaText(pattern, column));
    const condition = { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: formula }] };
    const rule = { ranges, booleanRule: { condition, format: there[place]?.booleanRule?.format ?? look } };
    if (place === -1) added.push({ addConditionalFormatRule: { index, rule } });
    else pulled.push({ updateConditionalFormatRule: { index: place, rule } });
  }
  // What is added shifts the places of what is there.
  return [...pulled, ...added];
}
