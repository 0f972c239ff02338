import { blockRequest, type Cell, type Cells, cellData } from "../cell.ts";
import { type Layout, placeOf, widthOf } from "../read/layout.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Appended rows need no position, so nothing that staff do meanwhile can misplace them. */
export function appendRequest(sheetId: number, layout: Layout, rows: readonly Cells[]): Request {
  const values = rows.map((cells) => {
    const row: Cell[] = new Array(widthOf(layout)).fill(null);
    for (const [name, cell] of cells) row[placeOf(layout, name)] = cell;
    return { values: row.map((cell) => (cell === null ? {} : cellData(cell))) };
  });
  return { appendCells: { sheetId, rows: values, fields: "userEnteredValue" } };
}

/** Cells of a row that is there, and where it is. */
export interface PlacedCells {
  readonly rowIndex: number;
  readonly cells: Cells;
}

interface Block {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rows: Cell[][];
}

/** One request for each block of neighbouring cells, so that nobody else's cell between them is mentioned. */
export function updateRequests(sheetId: number, layout: Layout, updates: readonly PlacedCells[]): Request[] {
  const blocks: Block[] = [];
  const lowest = new Map<number, Block>();
  for (const { rowIndex, cells } of [...updates].sort((a, b) => a.rowIndex - b.rowIndex))
    for (const [columnIndex, run] of runsOf(layout, cells)) {
      const above = lowest.get(columnIndex);
      if (above !== undefined && goesOn(above, rowIndex, run)) {
        above.rows.push(run);
        continue;
      }
      const block = { rowIndex, columnIndex, rows: [run] };
      lowest.set(columnIndex, block);
      blocks.push(block);
    }
  return blocks.map(({ rowIndex, columnIndex, rows }) =>
    blockRequest(
      sheetId,
      rowIndex,
      columnIndex,
      rows.map((row) => row.map(cellData)),
    ),
  );
}

const goesOn = ({ rowIndex, rows }: Block, next: number, run: readonly Cell[]): boolean =>
  rowIndex + rows.length === next && rows[0]?.length === run.length;

/** Cells of one row that stand beside each other, by the column of the first. */
function runsOf(layout: Layout, cells: Cells): Map<number, Cell[]> {
  const placed = [...cells].map(([name, cell]) => [placeOf(layout, name), cell] as const).sort(([a], [b]) => a - b);
  const runs = new Map<number, Cell[]>();
  let run: Cell[] = [];
  let next = -1;
  for (const [column, cell] of placed) {
    if (column !== next) {
      run = [];
      runs.set(column, run);
    }
    run.push(cell);
    next = column + 1;
  }
  return runs;
}
