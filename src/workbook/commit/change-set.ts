import { bytesOf } from "../../core/json-bytes.ts";
import { type Cell, type Cells, isBlank, sameCell } from "../cell.ts";
import { pickyBoxColumns } from "../declare/box.ts";
import { STAFF } from "../declare/column.ts";
import { withMarks } from "../declare/staff-mark.ts";
import { columnOf, type Table } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import { cellAt, type SheetRow, type SheetState } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";
import { type Removals, type TableCells, wholeRow } from "./cells.ts";
import { unshownIn } from "./lost-formulas.ts";
import { type Renames, renamesOn, sealsUnder } from "./rename.ts";

/** What of the wanted cells of a table is not on its sheet yet. */
export interface ChangeSet {
  readonly state: SheetState;
  readonly wanted: TableCells;
  readonly added: ReadonlyMap<string, Cells>;
  /** By the keys that the rows have now: what gets a new key gets it last. */
  readonly updated: ReadonlyMap<string, Cells>;
  readonly renamed: Renames;
  /** Rows that are there and are to go. */
  readonly removed: Removals;
}

export function changeSet(state: SheetState, wanted: TableCells): ChangeSet {
  const added = new Map<string, Cells>();
  const updated = new Map<string, Cells>();
  const renamed = renamesOn(state, wanted.renames);
  for (const [from, to] of renamed) {
    const row = state.rows.get(from) as SheetRow;
    updated.set(from, changedCells(state, row, cellsUnder(state, row, to, wanted.cells.get(to) ?? new Map())));
  }
  const got = new Set(renamed.values());
  for (const [key, cells] of wanted.cells) {
    if (got.has(key)) continue;
    const known = renamed.has(key) ? undefined : state.rows.get(key);
    if (known === undefined) added.set(key, wholeRow(wanted, key));
    else {
      const changed = changedCells(state, known, cells);
      if (changed.size > 0 || unshownIn(state, known, cells).length > 0) updated.set(key, changed);
    }
  }
  const removed = new Map([...(wanted.removals ?? [])].filter(([key]) => state.rows.has(key)));
  return { state, wanted, added, updated, renamed, removed };
}

/** People may spell a key of theirs in their own way. */
const changedCells = (state: SheetState, known: SheetRow, cells: Cells): ReadonlyMap<string, Cell> =>
  new Map(
    [...cells].filter(
      ([name, cell]) => !sameCell(cell, cellAt(state, known, name)) && !isKeyOfStaff(state.table, name),
    ),
  );

const isKeyOfStaff = (table: Table, name: string): boolean =>
  table.key.includes(name) && columnOf(table, name).writer === STAFF;

/** All but the key, which is found and replaced at the end of the commit: it is what a row is found by. */
const cellsUnder = (state: SheetState, row: SheetRow, key: string, cells: Cells): Cells =>
  new Map([...cells, ...sealsUnder(state, row, key, cells)].filter(([name]) => !state.table.key.includes(name)));

export const isEmpty = ({ added, updated, removed }: ChangeSet): boolean =>
  added.size + updated.size + removed.size === 0;

/** About how many bytes each row of a change takes in a request, by its key. */
export function changeBytes({ state, added, updated }: ChangeSet): [key: string, bytes: number][] {
  let above = { index: -1, names: "" };
  const picky = pickyBoxColumns(state.table).flatMap((name) => columnOf(state.table, name).boxed?.by ?? []);
  const ofUpdated = [...updated].map(([key, cells]): [string, number] => {
    const own = { index: state.rows.get(key)?.index ?? -1, names: [...cells.keys()].join() };
    const goesOn = own.index === above.index + 1 && own.names === above.names;
    above = own;
    const blocks = spansOf([...cells.keys()].map((name) => placeOf(state.layout, name))).length;
    const boxes = picky.some((name) => cells.has(name)) ? REQUEST : 0;
    return [key, blocks * (goesOn ? ROW : REQUEST) + boxes + bytesIn(cells)];
  });
  const bytesOfNew = (cells: Cells) => REQUEST + bytesIn(withMarks(state.table, cells));
  return [...[...added].map(([key, cells]): [string, number] => [key, bytesOfNew(cells)]), ...ofUpdated];
}

/** What a request says beside its cells, and what a further row of it does: one for each block of neighbouring cells. */
const REQUEST = 150;
const ROW = 30;
const CELL = 42;

const bytesIn = (cells: Cells): number => [...cells.values()].reduce(withCell, 0);

const withCell = (sum: number, cell: Cell): number =>
  sum + (typeof cell === "string" && cell !== "" ? CELL + bytesOf(cell) : isBlank(cell) ? 26 : CELL);
