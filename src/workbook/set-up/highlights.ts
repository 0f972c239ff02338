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
  rowCount = 0,
): Request[] {
  const column = (name: string) => `$${columnLetters(placeOf(layout, name))}`;
  const ranges = [{ sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: widthOf(layout) }];
  const formulas = there.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue ?? "");
  const rowless = formulas.map((formula) => formula.replace(/(\$[A-Z]+)\d+/g, "$1"));
  const pulled: Request[] = [];
  const added: Request[] = [];
  for (const [index, [pattern, look]] of highlights.entries()) {
    const formula = formulaText(pattern, (name) => `${column(name)}2`);
    const right = formulas.indexOf(formula);
    if (right !== -1) {
      // A sheet that grew without its rules has them end where it ended before.
      const rule = reaching(there[right], rowCount);
      if (rule !== undefined) pulled.push({ updateConditionalFormatRule: { index: right, rule } });
      continue;
    }
    const place = rowless.indexOf(formulaText(pattern, column));
    const condition = { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: formula }] };
    const rule = { ranges, booleanRule: { condition, format: there[place]?.booleanRule?.format ?? look } };
    if (place === -1) added.push({ addConditionalFormatRule: { index, rule } });
    else pulled.push({ updateConditionalFormatRule: { index: place, rule } });
  }
  // What is added shifts the places of what is there.
  return [...pulled, ...added];
}

/** The rule down to the last row; undefined where it is already. */
function reaching(rule: Rule | undefined, rowCount: number): Rule | undefined {
  const { ranges = [] } = rule ?? {};
  if (rule === undefined || !ranges.some((range) => range.endRowIndex !== undefined) || !ranges.every(isEarly))
    return undefined;
  const last = Math.max(...ranges.map(({ endRowIndex = 0 }) => endRowIndex));
  return {
    ...rule,
    ranges: ranges.map((range) => (range.endRowIndex === last ? { ...range, endRowIndex: rowCount } : range)),
  };

  function isEarly({ endRowIndex = rowCount }: GoogleAppsScript.Sheets.Schema.GridRange): boolean {
    return endRowIndex < rowCount;
  }
}
