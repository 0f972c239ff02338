import { boxColumns } from "../declare/box.ts";
import { columnFormats } from "../declare/column-format.ts";
import { hasKeysOfStaff } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import type { SheetState } from "../read/snapshot.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Rows kept free below the last one, so that growing is rare: as many as the workbook has room for. A workbook holds ten
 * million cells.
 */
export const SPARES: readonly number[] = [1000, 200, 20, 0];

/** So many stay free at least: the last row is to be a free one, and so is the one before it. */
const LEAST = 2;

/** How many rows a sheet has to get for those that are added. */
export function growth({ position: { rowCount }, places }: Placement, spare: number): number {
  const needed = Math.max(...places, 0) + 1;
  return needed + Math.min(LEAST, spare) <= rowCount ? 0 : Math.max(0, needed + spare - rowCount);
}

/**
 * Room for the rows to come, opened before the last row: whatever reaches down to it (formats, colours, filters, rules,
 * protections, of people too) reaches over the new ones then.
 */
export const growRequests = (place: Placement, spare: number): Request[] =>
  rowsBeforeTheLast(place.position, place.filled, growth(place, spare));

/** Free rows in a sheet whose rows people make, and to which they cannot add any: it is protected from them as a whole. */
const FREE_FOR_PEOPLE = 100;
const MORE_FOR_PEOPLE = 300;

/** `used` and `filled` are those of the sheet as it was read. */
export const roomForPeople = (
  position: SheetState,
  { used, filled }: Pick<SheetState, "used" | "filled">,
): Request[] =>
  hasKeysOfStaff(position.table) && position.rowCount - used < FREE_FOR_PEOPLE
    ? rowsBeforeTheLast(position, filled, MORE_FOR_PEOPLE)
    : [];

type Sheet = Pick<SheetState, "table" | "sheetId" | "layout" | "rowCount">;

function rowsBeforeTheLast({ table, sheetId, layout, rowCount }: Sheet, filled: number, length: number): Request[] {
  if (length === 0) return [];
  const last = rowCount - 1;
  const rows = { sheetId, dimension: "ROWS", startIndex: last, endIndex: last + length };
  const moved = { ...rows, startIndex: last + length, endIndex: last + length + 1 };
  return [
    { insertDimension: { range: rows, inheritFromBefore: last > 1 } },
    // A last row that is in use goes back to where it was.
    ...(filled >= rowCount ? [{ moveDimension: { source: moved, destinationIndex: last } }] : []),
    ...newRows(filled >= rowCount ? last + 1 : last),
  ];

  function newRows(from: number): Request[] {
    const range = (column: number) => ({
      sheetId,
      startRowIndex: from,
      endRowIndex: from + length,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    });
    return [
      // Inherited from a row in use, they would count as content.
      ...boxColumns(table).map((name) => ({ setDataValidation: { range: range(placeOf(layout, name)) } })),
      // Rows without formats would cost a tracking number its zeros.
      ...columnFormats(table, sheetId, layout, from, from + length),
    ];
  }
}
