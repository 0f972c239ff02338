import { STAFF } from "../declare/column.ts";
import { dividerHeader } from "../declare/group.ts";
import { columnOf, type Table } from "../declare/table.ts";
import type { Layout } from "../read/layout.ts";
import { LOCK, WARNING } from "./lock.ts";

type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

/** A sheet of ours, as far as its protection asks. */
export interface ProtectedSheet {
  readonly table: Table;
  readonly sheetId: number;
  readonly layout: Layout;
  readonly headers: readonly string[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly protections: readonly ProtectedRange[];
}

/**
 * The whole sheet, but for the cells of staff down to whatever row there will be. Columns that people added under a name of
 * their own are theirs as well.
 */
export const wantedLock = (sheet: ProtectedSheet, users: readonly string[]): ProtectedRange => {
  const unprotectedRanges = groups(openColumns(sheet)).map((columns) => belowHeader(sheet, columns));
  return {
    range: { sheetId: sheet.sheetId },
    description: LOCK,
    warningOnly: false,
    editors: { users: [...users] },
    ...(unprotectedRanges.length === 0 ? {} : { unprotectedRanges }),
  };
};

/**
 * Those whom the lock lets through are asked before they write over headers or over what jobs write. Google takes no editors
 * beside a warning, and one protection of a sheet: so these are ranges.
 */
export const wantedWarnings = (sheet: ProtectedSheet): ProtectedRange[] =>
  [
    ...groups(columnsOf(sheet, false)).map((columns) => belowHeader(sheet, columns)),
    { sheetId: sheet.sheetId, startRowIndex: 0, endRowIndex: 1 },
  ].map((range) => ({ range, description: WARNING, warningOnly: true }));

function openColumns(sheet: ProtectedSheet): number[] {
  const declared = new Set(sheet.layout.values());
  const ours = new Set(["", ...(sheet.table.groups ?? []).map(dividerHeader)]);
  const own = sheet.headers.flatMap((header, place) => (!ours.has(header) && !declared.has(place) ? [place] : []));
  return [...columnsOf(sheet, true), ...own];
}

const columnsOf = ({ table, layout }: ProtectedSheet, ofStaff: boolean): number[] =>
  [...layout].flatMap(([name, place]) => ((columnOf(table, name).writer === STAFF) === ofStaff ? [place] : []));

type Columns = { readonly startColumnIndex: number; readonly endColumnIndex: number };

const belowHeader = ({ sheetId }: ProtectedSheet, columns: Columns): GridRange => ({
  sheetId,
  startRowIndex: 1,
  ...columns,
});

/** Columns side by side are one range. */
function groups(places: readonly number[]): Columns[] {
  const ranges: { startColumnIndex: number; endColumnIndex: number }[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.endColumnIndex === place) last.endColumnIndex++;
    else ranges.push({ startColumnIndex: place, endColumnIndex: place + 1 });
  }
  return ranges;
}
