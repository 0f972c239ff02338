import { type Cell, type Cells, isBlank, sameCell } from "../cell.ts";
import { type Doubt, markText, printOf } from "../declare/staff-mark.ts";
import { isSealed, staffColumns, staffKeyOf } from "../declare/table.ts";
import type { SheetRow, SheetState } from "./snapshot.ts";
import { type Doubts, doubtsOf } from "./staff-doubts.ts";
import { isHome, type StaffRow, staffRows } from "./staff-rows.ts";
import { holdersOf, type Trail, trailsOf } from "./staff-trails.ts";

/** What brings people's cells back to their rows, and what only a person can tell. */
export interface StaffRepair {
  /** Cells to write, by the key of their row: people's that come back, and marks. */
  readonly rows: ReadonlyMap<string, Cells>;
  /** Rows without a key whose cells went back to where they belong. */
  readonly emptied: readonly { readonly rowIndex: number; readonly cells: Cells }[];
  /** Keys of rows that get cells back. */
  readonly restored: ReadonlySet<string>;
  readonly doubts: Doubts;
  /** Cells that stay where there is no row, and whose they were. */
  readonly strays: readonly { readonly rowIndex: number; readonly name: string }[];
  /** Cells of people are to be written. */
  readonly moves: boolean;
}

export function staffRepair(state: SheetState): StaffRepair {
  const rows = staffRows(state);
  const holders = holdersOf(rows);
  const trails = trailsOf(state, rows, holders);
  const doubts = doubtsOf(state, rows, holders, trails);
  const cells = cellsAfter(trails);
  const written = new Map<string, Cells>();
  const isNote = ({ sealed, mark }: StaffRow) => isSealed(state.table) && !sealed && mark === undefined;
  for (const row of rows) {
    if (row.key === undefined || row.copy || isNote(row)) continue;
    if (row.settled && !cells.has(row) && !doubts.has(row.key)) continue;
    const wanted = wantedCells(state, row, cells.get(row) ?? row.cells, doubts.get(row.key));
    if (wanted.size > 0) written.set(row.key, wanted);
  }
  const restored = [...cells].filter(([row, after]) => row.cells.some((cell, at) => !alike(cell, after[at] ?? null)));
  const returned = new Map(
    trails.flatMap(({ moves, columns }) =>
      columns === undefined ? [] : moves.map(({ from }) => [from, columns] as const),
    ),
  );
  return {
    rows: written,
    emptied: [...returned].flatMap(([row, columns]) => (row.key === undefined ? [emptied(state, row, columns)] : [])),
    restored: new Set(restored.flatMap(([{ key }]) => key ?? [])),
    doubts,
    strays: rows
      .filter((row) => row.key === undefined && isLeft(row, returned.get(row)))
      .flatMap(({ index, mark }) => (mark === undefined ? [] : [{ rowIndex: index, name: mark.name }])),
    moves: cells.size > 0,
  };
}

const alike = (a: Cell, b: Cell): boolean => sameCell(a === false ? null : a, b === false ? null : b);

/** People's cells of every row that gives or gets some. */
function cellsAfter(trails: readonly Trail[]): Map<StaffRow, Cell[]> {
  const after = new Map<StaffRow, Cell[]>();
  const of = (row: StaffRow): Cell[] => {
    const cells = after.get(row) ?? [...row.cells];
    after.set(row, cells);
    return cells;
  };
  for (const { moves, columns } of trails) {
    const [first] = moves;
    if (columns === undefined || first === undefined) continue;
    // What the last one leads to is overwritten below, if this is a ring.
    for (const column of columns) of(first.from)[column] = null;
    for (const { from, to } of moves) for (const column of columns) of(to)[column] = from.cells[column] ?? null;
  }
  return after;
}

/** Of the cells and the mark of a row, those that are not on the sheet yet. */
function wantedCells(state: SheetState, row: StaffRow, cells: readonly Cell[], doubt: Doubt | undefined): Cells {
  const names = staffColumns(state.table);
  const wanted = new Map<string, Cell>();
  cells.forEach((cell, at) => {
    if (!alike(cell, row.cells[at] ?? null)) wanted.set(names[at] as string, cell);
  });
  const mark = markText(row.keyCells, cells.map(printOf), doubt);
  if (row.text !== mark) wanted.set(staffKeyOf(state.table) as string, mark);
  return wanted;
}

/** Whether something of people stays in a row, apart from the columns that leave it. */
const isLeft = ({ prints }: StaffRow, columns: readonly number[] | undefined): boolean =>
  columns === undefined || prints.some((print, at) => print !== "" && !columns.includes(at));

/** What did not come with the cells that go home may be anybody's, and stays. */
function emptied(state: SheetState, { index, cells }: StaffRow, columns: readonly number[]) {
  const gone = staffColumns(state.table).filter((_, at) => columns.includes(at) && !isBlank(cells[at] ?? null));
  const names = [...gone, staffKeyOf(state.table)];
  return { rowIndex: index, cells: new Map(names.map((name) => [name as string, null])) };
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
 * Tells of the rows of a table whether what people entered there is theirs beyond doubt. Nothing may be reported or labelled
 * for a row before it is.
 */
export function entriesProven(state: SheetState, { doubts, restored }: StaffRepair): (key: string) => boolean {
  if (staffKeyOf(state.table) === undefined) return (key) => state.rows.has(key);
  const rows = staffRows(state);
  const home = new Set(rows.filter(isHome).map(({ key }) => key));
  const copied = new Set(rows.filter(({ copy }) => copy).map(({ key }) => key));
  return (key) => home.has(key) && !doubts.has(key) && !restored.has(key) && !copied.has(key);
}
