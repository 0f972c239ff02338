import type { Cells } from "../cell.ts";
import { staffBlocks } from "../declare/staff-blocks.ts";
import type { Table } from "../declare/table.ts";
import type { SheetState } from "../read/snapshot.ts";
import { type StaffRepair, staffRepair } from "../read/staff-repair.ts";
import type { ChangeSet } from "./change-set.ts";
import type { PlacedCells } from "./requests.ts";

/** Marks that one commit writes anew. */
const MARKS = 600;

/** The rows that get theirs in one commit: a list from before there were any gets them in several. */
export const rowsAtOnce = (table: Table): number => Math.floor(MARKS / Math.max(1, staffBlocks(table).length));

/** A change set together with what brings people's cells of the table home. */
export interface Mended extends ChangeSet {
  readonly repair: StaffRepair | undefined;
  /** How many rows earlier commits of the run have mended. */
  readonly done?: number;
  /** By the key of their row. */
  readonly copies?: ReadonlyMap<string, Cells> | undefined;
}

/** Cells move: everything of the sheet has to be looked at right before, or what people type meanwhile would be lost. */
export const movesCells = ({ repair }: Mended): boolean => repair?.moves === true;

interface Mending {
  readonly repairs: ReadonlyMap<Table, StaffRepair>;
  readonly mended: ReadonlyMap<Table, number>;
}

/** Of each table with something to mend, its changes or none, and of all others their changes. */
export function withMends(changes: readonly ChangeSet[], unmended: readonly SheetState[], open: Mending): Mended[] {
  const repairs = new Map<Table, [SheetState, StaffRepair]>();
  for (const state of unmended) {
    const repair = open.repairs.get(state.table);
    if (repair === undefined) continue;
    if (repair.rows.size + repair.emptied.length + repair.overtyped.length > 0)
      repairs.set(state.table, [state, repair]);
  }
  const untouched = [...repairs].filter(([table]) => !changes.some(({ state }) => state.table === table));
  return [...changes, ...untouched.map(([, [state]]) => noChange(state))].map((change) => {
    const [, repair] = repairs.get(change.state.table) ?? [];
    return { ...change, repair, done: open.mended.get(change.state.table) ?? 0 };
  });
}

export const noChange = (state: SheetState): ChangeSet => ({
  state,
  wanted: { table: state.table, cells: new Map() },
  added: new Map(),
  updated: new Map(),
  renamed: new Map(),
  removed: new Map(),
});

interface Mends {
  readonly rows: ReadonlyMap<string, Cells>;
  readonly emptied: readonly PlacedCells[];
  readonly overtyped: StaffRepair["overtyped"];
  /** Nothing is left for a later commit. */
  readonly all: boolean;
}

/** What is to be written for people's cells, by the sheet as it is now where cells move. */
export function mendsFor(change: Mended, position: SheetState): Mends {
  const { repair, done = 0 } = change;
  if (repair === undefined) return { rows: new Map(), emptied: [], overtyped: [], all: true };
  if (movesCells(change)) return { ...staffRepair(position), all: true };
  const due = [...repair.rows].slice(done);
  const most = rowsAtOnce(position.table);
  return { rows: new Map(due.slice(0, most)), emptied: [], overtyped: [], all: due.length <= most };
}
