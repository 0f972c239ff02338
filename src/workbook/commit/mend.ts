import type { Cells } from "../cell.ts";
import { staffKeyOf, type Table } from "../declare/table.ts";
import type { SheetState } from "../read/snapshot.ts";
import { type StaffRepair, staffRepair } from "../read/staff-repair.ts";
import type { ChangeSet } from "./change-set.ts";
import type { PlacedCells } from "./requests.ts";

/** Marks that one commit writes anew: a list from before there were any gets them in several. */
const MARKS = 1500;

/** A change set together with what brings people's cells of the table home. */
export interface Mended extends ChangeSet {
  /** Cells move: everything of the sheet has to be looked at right before, or what people type meanwhile would be lost. */
  readonly moves: boolean;
  readonly mends: boolean;
}

/** Of each table with something to mend, its changes or none, and of all others their changes. */
export function withMends(changes: readonly ChangeSet[], states: Iterable<SheetState>): Mended[] {
  const repairs = new Map<Table, [SheetState, StaffRepair]>();
  for (const state of states) {
    if (staffKeyOf(state.table) === undefined) continue;
    const repair = staffRepair(state);
    if (repair.rows.size + repair.emptied.length > 0) repairs.set(state.table, [state, repair]);
  }
  const untouched = [...repairs].filter(([table]) => !changes.some(({ state }) => state.table === table));
  return [...changes, ...untouched.map(([table, [state]]) => nothing(table, state))].map((change) => {
    const [, repair] = repairs.get(change.state.table) ?? [];
    return { ...change, mends: repair !== undefined, moves: repair?.moves === true };
  });
}

const nothing = (table: Table, state: SheetState): ChangeSet => ({
  state,
  wanted: { table, cells: new Map() },
  added: new Map(),
  updated: new Map(),
});

/** What is to be written for people's cells, by the sheet as it is now where cells move. */
export function mendsFor(
  { state, mends, moves }: Mended,
  position: SheetState,
): { readonly rows: ReadonlyMap<string, Cells>; readonly emptied: readonly PlacedCells[]; readonly all: boolean } {
  if (!mends) return { rows: new Map(), emptied: [], all: true };
  const { rows, emptied } = staffRepair(moves ? position : state);
  const some = moves ? rows : new Map([...rows].slice(0, MARKS));
  return { rows: some, emptied: moves ? emptied : [], all: some.size === rows.size };
}
