import { isBlank } from "../cell.ts";
import type { StaffBlock } from "../declare/staff-blocks.ts";
import { isFormulaAt } from "./formula-cells.ts";
import { placeOf } from "./layout.ts";
import type { SheetState } from "./snapshot.ts";
import { isHome, type StaffRow } from "./staff-rows.ts";

/** Cells that stand in one row and are another's. */
export interface Move {
  readonly from: StaffRow;
  readonly to: StaffRow;
}

/** Moves of which each leads to where the next begins; the last may lead back to the first. */
export interface Trail {
  readonly moves: readonly Move[];
  /** Which columns people moved, by their place in the block; undefined where nobody can tell. */
  readonly columns: readonly number[] | undefined;
}

export type Holders = ReadonlyMap<string, readonly StaffRow[]>;

/** The rows that bear the mark of each key. */
export function holdersOf(rows: readonly StaffRow[]): Holders {
  const holders = new Map<string, StaffRow[]>();
  for (const row of rows)
    if (row.mark !== undefined) holders.set(row.mark.key, [...(holders.get(row.mark.key) ?? []), row]);
  return holders;
}

/** Where each mark that stands in one other row than its own, and in no more, wants to go. */
export function trailsOf(state: SheetState, block: StaffBlock, rows: readonly StaffRow[], holders: Holders): Trail[] {
  const homes = new Map(rows.flatMap((row) => (row.key === undefined || row.copy ? [] : [[row.key, row] as const])));
  const moves = [...holders].flatMap(([key, [from, ...more]]): Move[] => {
    const to = homes.get(key);
    if (to === undefined || from === undefined || more.length > 0 || from.copy || isHome(from)) return [];
    return [{ from, to }];
  });
  const onward = new Map(moves.map((move) => [move.from, move]));
  const reached = new Set(moves.map(({ to }) => to));
  // Those that begin somewhere first: what is left then are rings.
  const starts = [...moves].sort((a, b) => Number(reached.has(a.from)) - Number(reached.has(b.from)));
  const followed = starts.map((start) => {
    const trail: Move[] = [];
    for (let move: Move | undefined = start; move !== undefined; move = onward.get(move.to)) {
      if (!onward.delete(move.from)) break;
      trail.push(move);
    }
    return trail;
  });
  return followed
    .filter((trail) => trail.length > 0)
    .map((trail) => ({ moves: trail, columns: columnsOf(state, block, trail) }));
}

type Evidence = "went" | "stayed" | "open";

/** Of the columns, those that went along; undefined where some cells of one did and others did not, or have no room to return to. */
function columnsOf(state: SheetState, block: StaffBlock, moves: readonly Move[]): number[] | undefined {
  const columns: number[] = [];
  for (const [column, name] of block.columns.entries()) {
    const place = placeOf(state.layout, name);
    // A formula follows its row by itself.
    if (moves.some(({ from, to }) => [from, to].some(({ index }) => isFormulaAt(state.formulas, index, place))))
      continue;
    const seen = new Set(moves.map((move) => evidence(move, column)));
    if (seen.has("went") && seen.has("stayed")) return undefined;
    if (!seen.has("stayed")) columns.push(column);
  }
  const last = moves[moves.length - 1]?.to;
  const isRing = moves.some(({ from }) => from === last);
  const isFree =
    isRing || columns.every((column) => isBlank(last?.cells[column] ?? null) || last?.cells[column] === false);
  return isFree ? columns : undefined;
}

/** Told by what the mark remembers of the cell. */
function evidence({ from, to }: Move, column: number): Evidence {
  const was = from.mark?.prints[column] ?? "";
  const isHere = from.prints[column] === was;
  const isThere = to.prints[column] === was;
  if (was === "" || isHere === isThere) return "open";
  return isHere ? "went" : "stayed";
}
