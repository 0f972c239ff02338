import type { Cell } from "../cell.ts";
import { staffKeysOf } from "../declare/staff-blocks.ts";
import { renamedMark } from "../declare/staff-mark.ts";
import { placeOf } from "../read/layout.ts";
import { cellAt, type SheetState } from "../read/snapshot.ts";
import type { Placement } from "./placement.ts";
import { keyColumn, namingColumns, type Renames } from "./rename.ts";
import { renameRequests } from "./rename-requests.ts";
import type { PlacedCells } from "./requests.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** For columns that people moved right before the commit, as its reply shows: other cells were searched than those meant. */
export function missedRequests({ renamed, position }: Placement, seen: SheetState, now: SheetState): Request[] {
  if (renamed.size === 0) return [];
  const isMoved = (name: string) => placeOf(position.layout, name) !== placeOf(seen.layout, name);
  return renameRequests(now, renamed, namingColumns(now.table).filter(isMoved));
}

/** Rows that still have their former key, with no doubt whose they are: perhaps a search passes over what a filter hides. */
export function unrenamedRows(renamed: Renames, now: SheetState): PlacedCells[] {
  if (renamed.size === 0) return [];
  const { table } = now;
  const marks = staffKeysOf(table);
  const given = new Set(renamed.values());
  return [...renamed].flatMap(([from, to]) => {
    const row = given.has(from) || now.rows.has(to) ? undefined : now.rows.get(from);
    if (row === undefined) return [];
    const renamedMarks = marks.map((name) => [name, renamedMark(table, cellAt(now, row, name), renamed)] as const);
    return [{ rowIndex: row.index, cells: new Map<string, Cell>([[keyColumn(table), to], ...renamedMarks]) }];
  });
}
