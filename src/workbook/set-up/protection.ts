import { STAFF } from "../declare/column.ts";
import { isOurLock, LOCK, WARNING } from "../declare/lock.ts";
import { columnOf, staffColumns, type Table } from "../declare/table.ts";
import { type Layout, widthOf } from "../read/layout.ts";
import type { SheetFacts } from "./look.ts";
import type { SetUpBy } from "./set-up-by.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;
type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

/**
 * Columns that jobs write, and the headers, are locked for staff; the operator, who may write everywhere, is
 * asked first. `who` is the operator: the jobs write as that person. Of the protections that are there, ours that fit
 * the layout no more (a column moved into or out of one) or keep out the operator give way to new ones; those of people
 * stay. `anew` renews ours all: whoever makes a lock may write in it for good.
 */
export function protectionRequests(
  table: Table,
  sheetId: number,
  layout: Layout,
  { who, anew }: SetUpBy,
  { protections, rowCount, columnCount }: Pick<SheetFacts, "protections" | "rowCount" | "columnCount">,
): Request[] {
  const locked =
    table.ours && staffColumns(table).length === 0
      ? [{ sheetId }]
      : [...rangesOfJobs(table, sheetId, layout), { sheetId, startRowIndex: 0, endRowIndex: 1 }];
  const wanted = locked.flatMap((range): ProtectedRange[] => [
    { range, description: LOCK, warningOnly: false, editors: { users: who === "" ? [] : [who] } },
    { range, description: WARNING, warningOnly: true },
  ]);
  const columns = Math.max(columnCount, widthOf(layout));
  const fits = (one: ProtectedRange) => (other: ProtectedRange) =>
    extent(one, rowCount, columns) === extent(other, rowCount, columns);
  const ours = protections.filter(isOurLock);
  // Who may edit is told only to those who may, so this asks for the caller's own right.
  const right = ours.filter(
    (one) => !anew && (one.warningOnly === true || one.requestingUserCanEdit === true) && wanted.some(fits(one)),
  );
  return [
    ...ours
      .filter((one) => !right.includes(one))
      .map(({ protectedRangeId }) => ({ deleteProtectedRange: { protectedRangeId } })),
    ...wanted
      .filter((one) => !right.some(fits(one)))
      .map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
  ];
}

/** What is protected and how; an end at the edge of the sheet may or may not be written out. */
function extent({ description, warningOnly, range = {} }: ProtectedRange, rows: number, columns: number): string {
  const { startRowIndex = 0, endRowIndex = rows, startColumnIndex = 0, endColumnIndex = columns } = range;
  return [description, warningOnly === true, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].join();
}

function rangesOfJobs(table: Table, sheetId: number, layout: Layout): GridRange[] {
  const places = [...layout]
    .filter(([name]) => columnOf(table, name).writer !== STAFF)
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
