import { columnLetters, headerRange, quoted } from "../a1.ts";
import type { Cells } from "../cell.ts";
import { checkboxRequests } from "../declare/column-format.ts";
import { formulaRequests } from "../declare/formula.ts";
import { formulasOf, type Table } from "../declare/table.ts";
import { placeOf, sameLayout } from "../read/layout.ts";
import type { SheetState, States } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";
import { wholeRow } from "./cells.ts";
import type { ChangeSet } from "./change-set.ts";
import { appendRequest, type PlacedCells, updateRequests } from "./requests.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A change set with the place of each row, as the sheet was a moment before the commit. */
export interface Placement {
  readonly position: SheetState;
  readonly updated: ReadonlyMap<string, PlacedCells>;
  readonly added: ReadonlyMap<string, Cells>;
  /** The first row below those in use, where the new ones are appended. */
  readonly end: number;
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
  return { position, updated, added, end: Math.max(change.state.used, position.used) };
}

export function placementRequests({ position, updated, added, end }: Placement): Request[] {
  const { sheetId, layout } = position;
  return [
    ...updateRequests(sheetId, layout, [...updated.values()]),
    ...(added.size === 0 ? [] : [appendRequest(sheetId, layout, [...added.values()])]),
    // After the rows: what counts as content must not lead them further down.
    ...checkboxRequests(position.table, sheetId, layout, end, end + added.size),
    ...formulaRequests(position.table, sheetId, layout, end, end + added.size),
  ];
}

/** Asked for in the reply of a commit, to see whether every row was where it was thought to be. */
export function proofRanges(place: Placement): string[] {
  const { table, layout } = place.position;
  const rowIndexes = expectedRows(place).map(([, rowIndex]) => rowIndex);
  const spans = spansOf(rowIndexes, GAP);
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

/** Where each row is thought to be. New rows have to be anywhere below the others, unless a formula is to meet them. */
const expectedRows = (place: Placement): [key: string, rowIndex: number][] => [
  ...[...place.updated].map(([key, { rowIndex }]): [string, number] => [key, rowIndex]),
  ...(formulasOf(place.position.table).length === 0
    ? []
    : [...place.added.keys()].map((key, below): [string, number] => [key, place.end + below])),
];

type ByKey = ReadonlyMap<string, unknown>;

/** Whether the keys on the sheet have to be read to know where a change goes. */
export const needsKeys = (
  table: Table,
  { added, updated }: { readonly added: ByKey; readonly updated: ByKey },
): boolean => updated.size > 0 || (added.size > 0 && formulasOf(table).length > 0);

/** Whether staff moved a row or a column between the look and the write. */
export function isMisplaced(place: Placement, proof: States): boolean {
  const { table, layout } = place.position;
  const seen = proof.get(table);
  if (seen === undefined || !sameLayout(layout, seen.layout)) return true;
  return expectedRows(place).some(([key, rowIndex]) => seen.rows.get(key)?.index !== rowIndex);
}
