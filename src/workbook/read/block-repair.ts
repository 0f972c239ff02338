import { type Cell, type Cells, isBlank, sameCell } from "../cell.ts";
import { type StaffBlock, staffBlocks } from "../declare/staff-blocks.ts";
import { type Doubt, markText, printOf } from "../declare/staff-mark.ts";
import { isSealed } from "../declare/table.ts";
import type { SheetState } from "./snapshot.ts";
import { answeredRows, type BlockDoubts, doubtsOf } from "./staff-doubts.ts";
import { type StaffRow, staffRows } from "./staff-rows.ts";
import { holdersOf, type Trail, trailsOf } from "./staff-trails.ts";

/** What brings the cells of one block back to their rows, and what only a person can tell. */
export interface BlockRepair {
  readonly block: StaffBlock;
  /** Cells to write, by the key of their row: people's that come back, and marks. */
  readonly rows: ReadonlyMap<string, Cells>;
  /** Rows without a key whose cells went back to where they belong. */
  readonly emptied: readonly { readonly rowIndex: number; readonly cells: Cells }[];
  /** Keys of rows that get cells back. */
  readonly restored: readonly string[];
  readonly doubts: BlockDoubts;
  /** Cells that stay where there is no row, and whose they were. */
  readonly strays: readonly { readonly rowIndex: number; readonly name: string }[];
  /** Cells of people are to be written. */
  readonly moves: boolean;
}

/** Of each block of a table by itself; but a box that people ticked in one of them answers for the row. */
export function blockRepairs(state: SheetState): BlockRepair[] {
  const blocks = staffBlocks(state.table).map((block) => ({ block, rows: staffRows(state, block) }));
  const answered = new Set(blocks.flatMap(({ block, rows }) => answeredRows(state.table, block, rows)));
  return blocks.map(({ block, rows }) => blockRepair(state, block, rows, answered));
}

function blockRepair(
  state: SheetState,
  block: StaffBlock,
  rows: readonly StaffRow[],
  answered: ReadonlySet<number>,
): BlockRepair {
  const { table } = state;
  const holders = holdersOf(rows);
  const trails = trailsOf(state, block, rows, holders);
  const doubts = doubtsOf({ table, block, rows, answered, holders, trails });
  const cells = cellsAfter(trails);
  const written = new Map<string, Cells>();
  const isNote = ({ sealed, mark }: StaffRow) => isSealed(table) && !sealed && mark === undefined;
  for (const row of rows) {
    if (row.key === undefined || row.copy || isNote(row)) continue;
    if (row.settled && !cells.has(row) && !doubts.has(row.key)) continue;
    const wanted = wantedCells(block, row, cells.get(row) ?? row.cells, doubts.get(row.key));
    if (wanted.size > 0) written.set(row.key, wanted);
  }
  const restored = [...cells].filter(([row, after]) => row.cells.some((cell, at) => !alike(cell, after[at] ?? null)));
  const returned = new Map(
    trails.flatMap(({ moves, columns }) =>
      columns === undefined ? [] : moves.map(({ from }) => [from, columns] as const),
    ),
  );
  return {
    block,
    rows: written,
    emptied: [...returned].flatMap(([row, columns]) => (row.key === undefined ? [emptied(block, row, columns)] : [])),
    restored: restored.flatMap(([{ key }]) => key ?? []),
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
function wantedCells({ key, columns }: StaffBlock, row: StaffRow, cells: readonly Cell[], doubt: Doubt | undefined) {
  const wanted = new Map<string, Cell>();
  cells.forEach((cell, at) => {
    if (!alike(cell, row.cells[at] ?? null)) wanted.set(columns[at] as string, cell);
  });
  const mark = markText(row.keyCells, cells.map(printOf), doubt);
  if (row.text !== mark) wanted.set(key, mark);
  return wanted;
}

/** Whether something of people stays in a row, apart from the columns that leave it. */
const isLeft = ({ prints }: StaffRow, columns: readonly number[] | undefined): boolean =>
  columns === undefined || prints.some((print, at) => print !== "" && !columns.includes(at));

/** What did not come with the cells that go home may be anybody's, and stays. */
function emptied(block: StaffBlock, { index, cells }: StaffRow, columns: readonly number[]) {
  const gone = block.columns.filter((_, at) => columns.includes(at) && !isBlank(cells[at] ?? null));
  return { rowIndex: index, cells: new Map([...gone, block.key].map((name) => [name, null])) };
}
