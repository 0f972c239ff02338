import type { Layout } from "../layout.ts";
import { columnOf, type Table } from "../table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;

/** How our protections are recognised; people see it in the list of protected ranges. */
export const LOCK = "出荷シート: 取込が書き込む列";
const WARNING = "出荷シート: 上書きの確認";

/**
 * Columns that the API side writes, and the headers, are locked for staff; the operator, who may write everywhere, is
 * asked first. `who` is the operator: the jobs write as that person.
 */
export function protectionRequests(
  table: Table,
  sheetId: number,
  layout: Layout,
  names: readonly string[],
  who: string,
): Request[] {
  const locked = table.ours
    ? [{ sheetId }]
    : [...apiRanges(table, sheetId, layout, names), { sheetId, startRowIndex: 0, endRowIndex: 1 }];
  return locked.flatMap((range) => [
    protect({ range, description: LOCK, warningOnly: false, editors: { users: who === "" ? [] : [who] } }),
    protect({ range, description: WARNING, warningOnly: true }),
  ]);
}

const protect = (protectedRange: GoogleAppsScript.Sheets.Schema.ProtectedRange): Request => ({
  addProtectedRange: { protectedRange },
});

function apiRanges(table: Table, sheetId: number, layout: Layout, names: readonly string[]): GridRange[] {
  const places = names
    .filter((name) => columnOf(table, name).owner === "api")
    .map((name) => layout.get(name) as number)
    .sort((a, b) => a - b);
  const ranges: { sheetId: number; startRowIndex: number; startColumnIndex: number; endColumnIndex: number }[] = [];
  for (const place of places) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.endColumnIndex === place) last.endColumnIndex++;
    else ranges.push({ sheetId, startRowIndex: 1, startColumnIndex: place, endColumnIndex: place + 1 });
  }
  return ranges;
}
