import { columnLetters, headerRange, quoted } from "../a1.ts";
import type { Cells } from "../cell.ts";
import { placeOf, sameLayout } from "../read/layout.ts";
import type { SheetState, States } from "../read/snapshot.ts";
import { wholeRow } from "./cells.ts";
import type { ChangeSet } from "./change-set.ts";
import { appendRequest, type PlacedCells, updateRequests } from "./requests.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A change set with the place of each row, as the sheet was a moment before the commit. */
export interface Placement {
  readonly position: SheetState;
  readonly updated: ReadonlyMap<string, PlacedCells>;
  readonly added: ReadonlyMap<string, Cells>;
}

/** A row that vanished meanwhile is added anew. */
export function placement(change: ChangeSet, position: SheetState): Placement {
  const updated = new Map<string, PlacedCells>();
  const added = new Map(change.added);
  for (const [key, cells] of change.updated) {
    const row = position.rows.get(key);
    if (row === undefined) added.set(key, wholeRow(change.wanted, key));
    else updated.set(key, { rowIndex: row.index, cells });
  }
  return { position, updated, added };
}

export function placementRequests({ position, updated, added }: Placement): Request[] {
  const { sheetId, layout } = position;
  return [
    ...updateRequests(sheetId, layout, [...updated.values()]),
    ...(added.size === 0 ? [] : [appendRequest(sheetId, layout, [...added.values()])]),
  ];
}

/** Asked for in the reply of a commit, to see whether every row was where it was thought to be. */
export function proofRanges({ position, updated }: Placement): string[] {
  const { table, layout } = position;
  const spans = spansOf([...updated.values()].map(({ rowIndex }) => rowIndex));
  const keys = table.key.map((name) => columnLetters(placeOf(layout, name)));
  return [
    headerRange(table.sheet),
    ...keys.flatMap((letters) =>
      spans.map(([from, to]) => `${quoted(table.sheet)}!${letters}${from + 1}:${letters}${to + 1}`),
    ),
  ];
}

/** Rows close to each other share a range: a reply says more of each range than of each cell. */
const GAP = 20;

function spansOf(indexes: readonly number[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last !== undefined && index - last[1] <= GAP) last[1] = index;
    else spans.push([index, index]);
  }
  return spans;
}

/** Whether staff moved a row or a column between the look and the write. */
export function isMisplaced({ position, updated }: Placement, proof: States): boolean {
  const seen = proof.get(position.table);
  if (seen === undefined || !sameLayout(position.layout, seen.layout)) return true;
  return [...updated].some(([key, { rowIndex }]) => seen.rows.get(key)?.index !== rowIndex);
}
