import type { Layout } from "../layout.ts";
import { columnOf, type Table } from "../table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

/** How our protections are recognised; people see it in the list of protected ranges. */
const LOCK = "出荷シート: 取込が書き込む列";
const WARNING = "出荷シート: 上書きの確認";

/**
 * Columns that the API side writes, and the headers, are locked for staff; the operator, who may write everywhere, is
 * asked first. `who` is the operator: the jobs write as that person. Of the protections that are `there`, ours that fit
 * the layout no more (a column moved into or out of one) are taken away; those of people stay.
 */
export function protectionRequests(
  table: Table,
  sheetId: number,
  layout: Layout,
  who: string,
  there: readonly ProtectedRange[] = [],
): Request[] {
  const locked = table.ours
    ? [{ sheetId }]
    : [...apiRanges(table, sheetId, layout), { sheetId, startRowIndex: 0, endRowIndex: 1 }];
  const wanted = locked.flatMap((range): ProtectedRange[] => [
    { range, description: LOCK, warningOnly: false, editors: { users: who === "" ? [] : [who] } },
    { range, description: WARNING, warningOnly: true },
  ]);
  const fits = (one: ProtectedRange, other: ProtectedRange) => extent(one, layout) === extent(other, layout);
  const isOurs = ({ description }: ProtectedRange) => description === LOCK || description === WARNING;
  const right = there.filter((one) => isOurs(one) && wanted.some((other) => fits(one, other)));
  return [
    ...there
      .filter((one) => isOurs(one) && !right.includes(one))
      .map(({ protectedRangeId }) => ({ deleteProtectedRange: { protectedRangeId } })),
    ...wanted
      .filter((one) => !right.some((other) => fits(one, other)))
      .map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
  ];
}

/** What is protected and how; a side that ends with the sheet may or may not be written out. */
function extent({ description, range = {} }: ProtectedRange, layout: Layout): string {
  const last = Math.max(...layout.values()) + 1;
  const { startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = range;
  const columns = endColumnIndex === undefined || endColumnIndex > last ? last : endColumnIndex;
  return [description, startRowIndex, endRowIndex, startColumnIndex, columns].join();
}

function apiRanges(table: Table, sheetId: number, layout: Layout): GridRange[] {
  const places = [...layout]
    .filter(([name]) => columnOf(table, name).owner === "api")
    .map(([, place]) => place)
    .sort((a, b) => a - b);
  const ranges: { sheetId: number; startRowIndex: number; startColumnIndex: number; endColumnIndex: number }[] = [];
  for (const place of places) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.endColumnIndex === place) last.endColumnIndex++;
    else ranges.push({ sheetId, startRowIndex: 1, startColumnIndex: place, endColumnIndex: place + 1 });
  }
  return ranges;
}
