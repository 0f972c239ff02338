import type { Cell, Cells } from "../cell.ts";
import { type BoxChange, boxChangeRequests, boxesOf, hasBox, pickyBoxColumns, type RowToBox } from "../declare/box.ts";
import { placeOf } from "../read/layout.ts";
import { cellAt, type SheetRow, type SheetState } from "../read/snapshot.ts";
import type { ChangeSet } from "./change-set.ts";
import type { PlacedCells } from "./requests.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** By the names of the columns in which not every row has a box. */
export type BoxChanges = ReadonlyMap<string, BoxChange>;

/** Rows that are written get a box, or lose it, with what they say from now on. `position` shows the columns of `boxesAtStake`. */
export const boxChanges = (
  { state }: ChangeSet,
  position: SheetState,
  updated: ReadonlyMap<string, PlacedCells>,
): BoxChanges =>
  new Map(
    pickyBoxColumns(state.table).map((name) => {
      const turned = [...updated].flatMap(([key, { rowIndex, cells }]): RowToBox[] => {
        const before = cellsOf(state, state.rows.get(key));
        const now = position.rows.get(key);
        // Somebody may have ticked it since the sheet was read.
        const tick = (now && cellAt(position, now, name)) ?? before(name);
        const after = over(before, new Map([[name, tick], ...cells]));
        const turns = hasBox(state.table, name, before) !== hasBox(state.table, name, after);
        return turns ? [{ index: rowIndex, cell: after }] : [];
      });
      return [name, boxesOf(state.table, name, turned)];
    }),
  );

/** The columns of boxes of which a change would take some: whether they are ticked is to be looked at right before. */
export const boxesAtStake = ({ state, updated }: ChangeSet): string[] =>
  pickyBoxColumns(state.table).filter((name) =>
    [...updated].some(([key, cells]) => {
      const before = cellsOf(state, state.rows.get(key));
      return hasBox(state.table, name, before) && !hasBox(state.table, name, over(before, cells));
    }),
  );

/** The boxes of a whole sheet, on which cells of people moved; `updated` has what is about to be written. */
export const allBoxes = (position: SheetState, updated: ReadonlyMap<string, PlacedCells> = new Map()): BoxChanges => {
  const rows = [...position.rows].map(([key, row]) => ({
    index: row.index,
    cell: over(cellsOf(position, row), updated.get(key)?.cells ?? new Map()),
  }));
  return new Map(pickyBoxColumns(position.table).map((name) => [name, boxesOf(position.table, name, rows)]));
};

export const boxRequestsFor = ({ sheetId, layout }: SheetState, boxes: BoxChanges): Request[] =>
  [...boxes].flatMap(([name, change]) => boxChangeRequests(sheetId, placeOf(layout, name), change));

/** Boxes that were ticked in the instant in which they were taken, as the answer to the commit shows: they come back. */
export const tickedMeanwhile = (boxes: BoxChanges, seen: SheetState): BoxChanges =>
  new Map(
    [...boxes].map(([name, { taken }]) => {
      const rows = [...seen.rows.values()].filter((row) => cellAt(seen, row, name) === true);
      const given = rows.map(({ index }) => index).filter((index) => taken.includes(index));
      return [name, { given, taken: [], emptied: [] }];
    }),
  );

const cellsOf =
  (state: SheetState, row: SheetRow | undefined) =>
  (name: string): Cell =>
    row === undefined ? null : cellAt(state, row, name);

const over =
  (below: (name: string) => Cell, cells: Cells) =>
  (name: string): Cell =>
    cells.has(name) ? (cells.get(name) ?? null) : below(name);
