import { blockRequest, type Cell, type CellData, type Cells, cellData } from "../cell.ts";
import { type Layout, placeOf, widthOf } from "../read/layout.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** How the cell of a column is sent. */
type DataOf = (name: string, cell: Cell) => CellData;

const plainData: DataOf = (_, cell) => cellData(cell);

/** Appended rows need no position, so nothing that staff do meanwhile can misplace them. */
export function appendRequest(
  sheetId: number,
  layout: Layout,
  rows: readonly Cells[],
  dataOf: DataOf = plainData,
): Request {
  const values = rows.map((cells) => {
    const row: CellData[] = Array.from({ length: widthOf(layout) }, () => ({}));
    for (const [name, cell] of cells) if (cell !== null) row[placeOf(layout, name)] = dataOf(name, cell);
    return { values: row };
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
  readonly rows: CellData[][];
}

/** One request for each block of neighbouring cells, so that nobody else's cell between them is mentioned. */
export function updateRequests(
  sheetId: number,
  layout: Layout,
  updates: readonly PlacedCells[],
  dataOf: DataOf = plainData,
): Request[] {
  const blocks: Block[] = [];
  const lowest = new Map<number, Block>();
  for (const { rowIndex, cells } of [...updates].sort((a, b) => a.rowIndex - b.rowIndex))
    for (const [columnIndex, run] of runsOf(layout, cells, dataOf)) {
      const above = lowest.get(columnIndex);
      if (above !== undefined && goesOn(above, rowIndex, run)) {
        above.rows.push(run);
        continue;
      }
      const block = { rowIndex, columnIndex, rows: [run] };
      lowest.set(columnIndex, block);
      blocks.push(block);
    }
  return blocks.map(({ rowIndex, columnIndex, rows }) => blockRequest(sheetId, rowIndex, columnIndex, rows));
}

const goesOn = ({ rowIndex, rows }: Block, next: number, run: readonly CellData[]): boolean =>
  rowIndex + rows.length === next && rows[0]?.length === run.length;

/** Cells of one row that stand beside each other, by the column of the first. */
function runsOf(layout: Layout, cells: Cells, dataOf: DataOf): Map<number, CellData[]> {
  const placed = [...cells]
    .map(([name, cell]) => [placeOf(layout, name), dataOf(name, cell)] as const)
    .sort(([a], [b]) => a - b);
  const runs = new Map<number, CellData[]>();
  let run: CellData[] = [];
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
