import type { sheets_v4 } from "@googleapis/sheets";
import { invalid, unimplemented } from "../../api/api-error.ts";
import { checkUnprotected } from "../../book/access.ts";
import type { GridRange, Rect } from "../../book/grid-range.ts";
import { isFormula, requireSheet } from "../../book/workbook.ts";
import { display } from "../../cells/shown.ts";
import { enter } from "../../cells/values-write.ts";
import { valueAt } from "../../formulas/evaluation.ts";
import { type Context, type RequestKind, rectOf } from "../request-kind.ts";

type Search = sheets_v4.Schema$FindReplaceRequest;

/** Replaces what cells show, and enters the new text as if it were typed: a cell formatted as text keeps it as it is. */
export const findReplace: RequestKind<"findReplace"> = (search, context) => {
  if (!search.find) throw invalid("find is required");
  if (search.searchByRegex) throw unimplemented("searchByRegex");
  const replace = replacer(search);
  const rows = new Set<string>();
  const sheets = new Set<number>();
  const counts = { valuesChanged: 0, formulasChanged: 0, occurrencesChanged: 0 };
  for (const rect of rectsOf(search, context)) {
    const sheet = requireSheet(context.book, rect.sheetId);
    for (let row = rect.startRow; row < Math.min(rect.endRow, sheet.grid.usedRows); row++)
      for (let column = rect.startColumn; column < rect.endColumn; column++) {
        const content = sheet.grid.get("value", row, column);
        if (content === undefined || (isFormula(content) && !search.includeFormulas)) continue;
        const shown = () => display(context.book, sheet, row, column, valueAt(context.book, sheet, row, column) ?? "");
        const found = replace(isFormula(content) ? content.formula : typeof content === "string" ? content : shown());
        if (found === undefined) continue;
        checkUnprotected(context.book, context.user, { ...rect, ...cellAt(row, column) });
        enter(context, sheet.grid, row, column, found.text);
        counts[isFormula(content) ? "formulasChanged" : "valuesChanged"]++;
        counts.occurrencesChanged += found.times;
        rows.add(`${rect.sheetId} ${row}`);
        sheets.add(rect.sheetId);
      }
  }
  const all = { ...counts, rowsChanged: rows.size, sheetsChanged: sheets.size };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
};

const cellAt = (row: number, column: number) => ({
  startRow: row,
  endRow: row + 1,
  startColumn: column,
  endColumn: column + 1,
});

function rectsOf({ range, sheetId, allSheets }: Search, context: Context): Rect[] {
  if (range) return [rectOf(context, range)];
  const whole = (id: number | null | undefined): GridRange => ({ sheetId: id ?? 0 });
  if (sheetId !== null && sheetId !== undefined) return [rectOf(context, whole(sheetId))];
  if (!allSheets) throw invalid("one of range, sheetId and allSheets is required");
  return context.book.sheets.map(({ properties }) => rectOf(context, whole(properties.sheetId)));
}

type Replaced = { readonly text: string; readonly times: number };

/** Undefined for a text in which nothing is found. */
function replacer({ find, replacement, matchCase, matchEntireCell }: Search): (text: string) => Replaced | undefined {
  const folded = (text: string) => (matchCase ? text : text.toLowerCase());
  const [wanted, given] = [find ?? "", replacement ?? ""];
  return (text) => {
    if (matchEntireCell) return folded(text) === folded(wanted) ? { text: given, times: 1 } : undefined;
    const parts: string[] = [];
    let from = 0;
    for (let at = folded(text).indexOf(folded(wanted)); at >= 0; at = folded(text).indexOf(folded(wanted), from)) {
      parts.push(text.slice(from, at), given);
      from = at + wanted.length;
    }
    return parts.length === 0 ? undefined : { text: parts.join("") + text.slice(from), times: parts.length / 2 };
  };
}
