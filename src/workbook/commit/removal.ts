import { type Cell, sameCell } from "../cell.ts";
import { staffKeysOf } from "../declare/staff-blocks.ts";
import { formulasOf } from "../declare/table.ts";
import { type SheetRow, type SheetState, type States, stateOf } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

interface Removing {
  readonly state: SheetState;
  /** The name of those that go together, by key. */
  readonly removed: ReadonlyMap<string, string>;
}

/** Of what goes together, what has to stay as the sheets are now. `positions` show the rows in question whole. */
export function stayingGroups(changes: readonly Removing[], positions: States): ReadonlySet<string> {
  const staying = new Set<string>();
  for (const { state, removed } of changes) {
    if (removed.size === 0) continue;
    const now = stateOf(positions, state.table);
    const isSame = sameIn(state, now);
    const copied = new Set(now.doubles.map(({ key }) => key));
    for (const [key, group] of removed) {
      const row = now.rows.get(key);
      if (row !== undefined && (copied.has(key) || !isSame(state.rows.get(key) as SheetRow, row))) staying.add(group);
    }
    // Google keeps one row below the header at least.
    const [last] = [...removed.values()].slice(-1);
    if (last !== undefined && removed.size >= now.rowCount - 1) staying.add(last);
  }
  return staying;
}

/** Compares rows by the names of their columns; what the sheet computes, and our marks of people's cells, are no difference. */
function sameIn(before: SheetState, now: SheetState): (a: SheetRow, b: SheetRow) => boolean {
  const ours = [...formulasOf(before.table).map(({ name }) => name), ...staffKeysOf(before.table)];
  const passed = new Set(ours.map((name) => before.layout.get(name)));
  const placeNow = placesBetween(before, now);
  const places = Array.from({ length: Math.max(before.headers.length, now.headers.length) }, (_, place) => place);
  const own = places.filter((place) => !passed.has(place)).map((place) => [place, placeNow(place)] as const);
  const known = new Set(own.map(([, place]) => place));
  return (a, b) =>
    own.every(([was, is]) => sameCell(a.cells[was] ?? null, b.cells[is] ?? null)) &&
    b.cells.every((cell, place) => known.has(place) || isPassed(place) || sameCell(cell, null));

  function isPassed(place: number): boolean {
    return [...passed].some((was) => was !== undefined && placeNow(was) === place);
  }
}

/** Where a column of one look stands in a later one; one without a header stays where it is. */
function placesBetween(before: SheetState, now: SheetState): (place: number) => number {
  return (place) => {
    const header = before.headers[place] ?? "";
    return header === "" ? place : now.headers.indexOf(header);
  };
}

/** A row of a later look in the column order of an earlier one. */
export function asKnown(before: SheetState, now: SheetState, { index, cells }: SheetRow): SheetRow {
  const placeNow = placesBetween(before, now);
  return { index, cells: before.headers.map((_, place): Cell => cells[placeNow(place)] ?? null) };
}

/** From the bottom, so that none moves before it goes. */
export const removalRequests = (sheetId: number, removed: ReadonlyMap<string, number>): Request[] =>
  spansOf(removed.values())
    .reverse()
    .map(([from, to]) => ({
      deleteDimension: { range: { sheetId, dimension: "ROWS", startIndex: from, endIndex: to + 1 } },
    }));

/** Where a row stands once the others are gone. */
export function afterRemovals(removed: ReadonlyMap<string, number>): (rowIndex: number) => number {
  if (removed.size === 0) return (rowIndex) => rowIndex;
  const gone = [...removed.values()].sort((a, b) => a - b);
  return (rowIndex) => {
    let [low, high] = [0, gone.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((gone[middle] as number) < rowIndex) low = middle + 1;
      else high = middle;
    }
    return rowIndex - low;
  };
}
