import { columnLetters, headerRange, quoted } from "../a1.ts";
import type { Cells } from "../cell.ts";
import { boxRequests, type RowToBox } from "../declare/box.ts";
import { formulaRequest, formulaRequests } from "../declare/formula.ts";
import { dataIn } from "../declare/link.ts";
import { withMarks } from "../declare/staff-mark.ts";
import { formulasOf, hasKeysOfStaff, type Table } from "../declare/table.ts";
import { placeOf, sameLayout } from "../read/layout.ts";
import type { SheetState, States } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";
import { allBoxes, type BoxChanges, boxChanges, boxRequestsFor } from "./box-changes.ts";
import { wholeRow } from "./cells.ts";
import type { ChangeSet } from "./change-set.ts";
import { copyCells } from "./copies.ts";
import { hasTail, type Room, roomIn, tailStart } from "./free-rows.ts";
import { unshownIn } from "./lost-formulas.ts";
import { lostKeys } from "./lost-rows.ts";
import { type Mended, mendsFor, movesCells } from "./mend.ts";
import { afterRemovals } from "./removal.ts";
import { type Renames, renamesOn } from "./rename.ts";
import { renameRequests } from "./rename-requests.ts";
import { appendRequest, type PlacedCells, updateRequests } from "./requests.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A change set with the place of each row, as the sheet was a moment before the commit. */
export interface Placement {
  readonly position: SheetState;
  /** By the keys that the rows have before the commit. */
  readonly updated: ReadonlyMap<string, PlacedCells>;
  readonly renamed: Renames;
  readonly added: ReadonlyMap<string, Cells>;
  /** The row of each that is added, in their order. */
  readonly places: readonly number[];
  /** Google appends them there by itself. */
  readonly appended: boolean;
  /** Rows that are written to and lost a formula in whose place nothing else belongs, by its column. */
  readonly unshown: ReadonlyMap<string, readonly number[]>;
  /** Boxes of rows that are there. */
  readonly boxes: BoxChanges;
  readonly copies: readonly (PlacedCells & { readonly key: string })[];
  /** Cells of people in rows without a key, which went home. */
  readonly emptied: readonly PlacedCells[];
  /** Rows that get back the key which people typed over. */
  readonly rekeyed: readonly (PlacedCells & { readonly key: string })[];
  /** Nothing of what people's cells need is left for a later commit. */
  readonly mended: boolean;
  /** Rows down to the last with anything in it. */
  readonly filled: number;
  /** Rows that go, and where they are. */
  readonly removed: ReadonlyMap<string, number>;
  /** People's cells go home: the whole sheet was looked at right before. */
  readonly moves: boolean;
  /** What a row that was moved meanwhile would lose here, nothing could bring back. */
  readonly guarded: boolean;
}

/**
 * A row that vanished meanwhile is added anew, but where people type the keys: what they took away stays away. `bared` rows lose
 * what nobody remembers. Throws Problem("fix") where a new key is taken meanwhile.
 */
export function placement(
  change: Mended,
  position: SheetState,
  staying: ReadonlySet<string>,
  bared = false,
): Placement {
  const { table } = position;
  const renamed = renamesOn(position, change.renamed);
  const updated = new Map<string, PlacedCells>();
  // A new row comes with the marks of its people's cells.
  const added = new Map([...change.added].map(([key, cells]) => [key, withMarks(table, cells)]));
  for (const [key, cells] of change.updated) {
    const row = position.rows.get(key);
    if (row !== undefined) updated.set(key, { rowIndex: row.index, cells });
    else left(change.renamed.get(key), key);
  }
  function left(to: string | undefined, key: string): void {
    const named = to === undefined || renamed.has(to) ? undefined : position.rows.get(to);
    const cells = change.wanted.cells.get(to ?? key);
    // People gave the row its new key themselves, or what is wanted of it was its name alone.
    if (named !== undefined) updated.set(to as string, { rowIndex: named.index, cells: cells ?? new Map() });
    else if ((to === undefined || cells !== undefined) && !hasKeysOfStaff(table))
      added.set(to ?? key, withMarks(table, wholeRow(change.wanted, to ?? key)));
  }
  const mends = mendsFor(change, position);
  for (const [key, cells] of mends.rows) {
    const row = position.rows.get(key);
    if (row !== undefined) updated.set(key, { rowIndex: row.index, cells: both(updated.get(key)?.cells, cells) });
  }
  const room = roomFor(change.state, position, added.size);
  const moves = movesCells(change);
  return {
    position,
    updated,
    renamed,
    added,
    unshown: unshownRows(change, updated),
    boxes: movesCells(change) ? allBoxes(position, updated) : boxChanges(change, position, updated),
    copies: copyCells(change.state, position, change.copies),
    emptied: mends.emptied,
    rekeyed: mends.overtyped,
    // What is left for a later commit is known by the former keys.
    mended: mends.all || renamed.size > 0,
    filled: Math.max(change.state.filled, position.filled),
    removed: new Map(
      [...change.removed].flatMap(([key, group]): [string, number][] => {
        const row = staying.has(group) ? undefined : position.rows.get(key);
        return row === undefined ? [] : [[key, row.index]];
      }),
    ),
    moves,
    guarded: (added.size > 0 && !room.appended) || change.removed.size > 0 || moves || bared,
    ...room,
  };
}

function unshownRows({ state, wanted }: ChangeSet, updated: ReadonlyMap<string, PlacedCells>): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [key, { rowIndex }] of updated)
    for (const name of unshownIn(state, state.rows.get(key), wanted.cells.get(key)))
      rows.set(name, [...(rows.get(name) ?? []), rowIndex]);
  return rows;
}

const both = (cells: Cells | undefined, more: Cells): Cells => new Map([...(cells ?? []), ...more]);

/** `position` shows the tail of a sheet that had one when it was read. */
function roomFor(before: SheetState, position: SheetState, count: number): Room {
  if (count > 0 && hasTail(before)) return roomIn(position, count, tailStart(before));
  const end = Math.max(before.used, position.used);
  return { places: Array.from({ length: count }, (_, below) => end + below), appended: true };
}

/** `sheetIds` has the sheets by their names, for cells that lead to them. */
export function placementRequests(place: Placement, sheetIds: ReadonlyMap<string, number>): Request[] {
  const { position, updated, places } = place;
  const dataOf = dataIn(position.table, sheetIds);
  const { sheetId, layout } = position;
  const rows = places.length === 0 ? [] : spansOf(places);
  return [
    ...updateRequests(
      sheetId,
      layout,
      [...updated.values(), ...place.copies, ...place.emptied, ...place.rekeyed],
      dataOf,
    ),
    ...formulasOf(position.table).flatMap((column) =>
      spansOf(place.unshown.get(column.name) ?? []).map(([from, to]) =>
        formulaRequest(column, sheetId, layout, from, to + 1),
      ),
    ),
    ...boxRequestsFor(position, place.boxes),
    // After the rows that have the former keys, and before those that may take one of them.
    ...renameRequests(position, place.renamed),
    ...newRowRequests(place, dataOf),
    // After the rows: what counts as content must not lead them further down.
    ...boxRequests(position.table, sheetId, layout, newRows(place)),
    ...rows.flatMap(([from, to]) => formulaRequests(position.table, sheetId, layout, from, to + 1)),
  ];
}

const newRows = ({ added, places }: Placement): RowToBox[] =>
  [...added.values()].map((cells, at) => ({
    index: places[at] as number,
    cell: (name) => cells.get(name) ?? null,
  }));

function newRowRequests(
  { position: { sheetId, layout }, added, places, appended }: Placement,
  dataOf: ReturnType<typeof dataIn>,
): Request[] {
  const rows = [...added.values()];
  if (rows.length === 0) return [];
  if (appended) return [appendRequest(sheetId, layout, rows, dataOf)];
  return updateRequests(
    sheetId,
    layout,
    rows.map((cells, at) => ({ rowIndex: places[at] as number, cells })),
    dataOf,
  );
}

/** Asked for in the reply of a commit, to see whether every row was where it was thought to be. */
export function proofRanges(place: Placement): string[] {
  const { table, layout } = place.position;
  // What is gone shows in what is left, and a reply says a thousand bytes of each cell: the keys are read for themselves.
  if (place.removed.size > 0) return [headerRange(table.sheet)];
  const rowIndexes = expectedRows(place).map(([, rowIndex]) => rowIndex);
  const spans = spansOf(rowIndexes, GAP);
  const keys = table.key.map((name) => columnLetters(placeOf(layout, name)));
  // A key that was just written says nothing of whose row it stands in: all the rest of the row does.
  const rekeyed = spansOf(
    place.rekeyed.map(({ rowIndex }) => rowIndex),
    GAP,
  );
  return [
    headerRange(table.sheet),
    ...rekeyed.map(([from, to]) => `${quoted(table.sheet)}!${from + 1}:${to + 1}`),
    ...keys.flatMap((letters) =>
      spans.map(([from, to]) => `${quoted(table.sheet)}!${letters}${from + 1}:${letters}${to + 1}`),
    ),
    ...[...place.boxes].flatMap(([name, { taken }]) => {
      const letters = columnLetters(placeOf(layout, name));
      return spansOf(taken, GAP).map(
        ([from, to]) => `${quoted(table.sheet)}!${letters}${from + 1}:${letters}${to + 1}`,
      );
    }),
  ];
}

/** Rows close to each other share a range: a reply says more of each range than of each cell. */
const GAP = 20;

/** Where each row is thought to be, by the key that it has now. Appended rows have to be anywhere below the others, unless a formula is to meet them. */
function expectedRows(place: Placement): [key: string, rowIndex: number][] {
  const after = afterRemovals(place.removed);
  return rowsBefore(place).map(([key, rowIndex]) => [key, after(rowIndex)]);
}

const rowsBefore = (place: Placement): [key: string, rowIndex: number][] => [
  ...[...place.updated].map(([key, { rowIndex }]): [string, number] => [place.renamed.get(key) ?? key, rowIndex]),
  ...[...place.copies, ...place.rekeyed].map(({ key, rowIndex }): [string, number] => [
    place.renamed.get(key) ?? key,
    rowIndex,
  ]),
  ...(formulasOf(place.position.table).length === 0 && place.appended
    ? []
    : [...place.added.keys()].map((key, at): [string, number] => [key, place.places[at] as number])),
];

type ByKey = ReadonlyMap<string, unknown>;

/** Whether the keys on the sheet have to be read to know where a change goes. */
export const needsKeys = (
  table: Table,
  { added, updated, removed }: Readonly<Record<"added" | "updated" | "removed", ByKey>>,
): boolean => updated.size + removed.size > 0 || (added.size > 0 && formulasOf(table).length > 0);

/** Whether staff moved a row or a column between the look and the write. */
export function isMisplaced(place: Placement, proof: States): boolean {
  const { table, layout } = place.position;
  const seen = proof.get(table);
  if (seen === undefined || !sameLayout(layout, seen.layout)) return true;
  const rows = new Set([
    ...[...seen.rows].map(([key, { index }]) => at(key, index)),
    ...seen.doubles.map((row) => at(row.key, row.index)),
  ]);
  if (lostKeys(place, seen).length > 0) return true;
  return expectedRows(place).some(([key, rowIndex]) => !rows.has(at(key, rowIndex)));
}

const at = (key: string, rowIndex: number): string => `${rowIndex} ${key}`;
