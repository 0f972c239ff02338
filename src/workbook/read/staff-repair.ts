import type { Cell, Cells } from "../cell.ts";
import { type StaffBlock, staffBlocks } from "../declare/staff-blocks.ts";
import type { Doubt } from "../declare/staff-mark.ts";
import { columnOf } from "../declare/table.ts";
import { type BlockRepair, blockRepairs } from "./block-repair.ts";
import type { OvertypedKey } from "./overtyped-keys.ts";
import type { SheetRow, SheetState } from "./snapshot.ts";
import { isHome, staffRows } from "./staff-rows.ts";

/** What a person has to look at on a row. */
export interface EntryDoubt {
  readonly doubt: Doubt;
  /** Of the cells in question; none where those are all that people have there. */
  readonly headers: readonly string[];
}

/** By the key of the row. */
export type Doubts = ReadonlyMap<string, readonly EntryDoubt[]>;

/** What brings people's cells back to their rows, and rows their keys, and what only a person can tell. */
export interface StaffRepair {
  /** Cells to write, by the key of their row: people's that come back, and marks. */
  readonly rows: ReadonlyMap<string, Cells>;
  /** Rows without a key whose cells went back to where they belong. */
  readonly emptied: BlockRepair["emptied"];
  /** Keys of rows that get cells back. */
  readonly restored: ReadonlySet<string>;
  readonly doubts: Doubts;
  /** Cells that stay where there is no row, and whose they were. */
  readonly strays: BlockRepair["strays"];
  /** Rows that get their keys back. */
  readonly overtyped: readonly OvertypedKey[];
  /** Cells of people, or keys, are to be written. */
  readonly moves: boolean;
}

export function staffRepair(state: SheetState): StaffRepair {
  const parts = blockRepairs(state);
  return {
    rows: rowsIn(parts),
    emptied: parts.flatMap(({ emptied }) => emptied),
    restored: new Set(parts.flatMap(({ restored }) => restored)),
    doubts: doubtsIn(state, parts),
    strays: straysIn(parts),
    overtyped: state.overtyped,
    moves: state.overtyped.length > 0 || parts.some(({ moves }) => moves),
  };
}

function rowsIn(parts: readonly BlockRepair[]): Map<string, Cells> {
  const rows = new Map<string, Cells>();
  for (const part of parts)
    for (const [key, cells] of part.rows) rows.set(key, new Map([...(rows.get(key) ?? []), ...cells]));
  return rows;
}

/** What is asked of several blocks in the same words is asked once. */
function doubtsIn({ table }: SheetState, parts: readonly BlockRepair[]): Doubts {
  const keys = new Set(parts.flatMap(({ doubts }) => [...doubts.keys()]));
  return new Map([...keys].map((key) => [key, doubtsOn(key)]));

  function doubtsOn(key: string): EntryDoubt[] {
    const asked = new Map<string, { readonly doubt: Doubt; readonly blocks: StaffBlock[] }>();
    for (const { block, doubts } of parts) {
      const doubt = doubts.get(key);
      if (doubt === undefined) continue;
      const same = asked.get(doubt.join());
      if (same === undefined) asked.set(doubt.join(), { doubt, blocks: [block] });
      else same.blocks.push(block);
    }
    return [...asked.values()].map(({ doubt, blocks }) => ({
      doubt,
      headers: blocks.length === parts.length ? [] : blocks.flatMap(headersOf),
    }));
  }

  function headersOf({ columns }: StaffBlock): string[] {
    return columns.map((name) => columnOf(table, name).header);
  }
}

/** Cells of several blocks may be left in one row. */
function straysIn(parts: readonly BlockRepair[]): BlockRepair["strays"] {
  const strays = new Map(
    parts.flatMap((part) => part.strays).map((stray) => [`${stray.rowIndex} ${stray.name}`, stray] as const),
  );
  return [...strays.values()];
}

/** The sheet with people's cells in their own rows, as the next commit leaves it. */
export function asRepaired(state: SheetState, { rows }: StaffRepair): SheetState {
  if (rows.size === 0) return state;
  const repaired = new Map<string, SheetRow>(state.rows);
  for (const [key, cells] of rows) {
    const row = repaired.get(key);
    if (row === undefined) continue;
    const values: Cell[] = [...row.cells];
    for (const [name, cell] of cells) values[state.layout.get(name) as number] = cell;
    repaired.set(key, { ...row, cells: Array.from(values, (cell) => cell ?? null) });
  }
  return { ...state, rows: repaired };
}

/**
 * Tells of the rows of a table whether what people entered there is theirs beyond doubt, in every block. Nothing may be
 * reported or labelled for a row before it is.
 */
export function entriesProven(state: SheetState, { doubts, restored }: StaffRepair): (key: string) => boolean {
  const blocks = staffBlocks(state.table).map((block) => staffRows(state, block));
  const homes = blocks.map((rows) => new Set(rows.filter(isHome).map(({ key }) => key)));
  const copied = blocks.length === 0 ? new Set() : new Set(state.doubles.map(({ key }) => key));
  return (key) =>
    state.rows.has(key) &&
    homes.every((home) => home.has(key)) &&
    !doubts.has(key) &&
    !restored.has(key) &&
    !copied.has(key);
}
