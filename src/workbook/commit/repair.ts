import { type Cell, type Cells, cellData, cellOf, cellsRequest, isBlank, sameCell } from "../cell.ts";
import { apiColumns } from "../declare/table.ts";
import { cellAt, type SheetRow, type SheetState } from "../read/snapshot.ts";
import { appendRequest, updateRequests } from "./change-set.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Staff sorted, inserted or deleted in the instant between the look and the write, so some cells went to the wrong place.
 * Puts every row right by its key: `before` is the sheet as the run knew it, `done` what was written, `now` the sheet as it is.
 */
export function repairRequests(
  before: SheetState,
  done: Placement,
  now: SheetState,
  writes: readonly Write[],
): Request[] {
  const intended = intendedRows(before, done);
  const own = writes.filter(({ sheetId }) => sheetId === now.sheetId);
  const writesTo = (key: string, row: SheetRow) => own.filter(({ row: to }) => to === key || to === row.index);
  return [
    ...[...now.rows].flatMap(([key, row]) => {
      const wanted = intended.get(key);
      return wanted === undefined
        ? []
        : [...apiRepairs(now, row, wanted), ...foreignRepairs(before, now, key, row, writesTo(key, row))];
    }),
    ...nobodys(now, intended).flatMap((row) => (isOurs(done, row) ? clearRequests(now, done, row) : [])),
    ...missingRows(done, now),
  ];
}

/** Rows without a key, and those under a key that we know nothing of: cells of a shifted row may make one up. */
const nobodys = (now: SheetState, intended: ReadonlyMap<string, Cells>): SheetRow[] => [
  ...now.keyless,
  ...[...now.rows].flatMap(([key, row]) => (intended.has(key) ? [] : [row])),
  ...now.doubles.filter(({ key }) => !intended.has(key)),
];

/** The API cells that each key shall have: what was known of it, with what this commit changed. */
function intendedRows(before: SheetState, done: Placement): Map<string, Cells> {
  const intended = new Map<string, Cells>();
  for (const [key, row] of before.rows)
    intended.set(key, new Map(apiColumns(before.table).map((name) => [name, cellAt(before, row, name)])));
  for (const [key, { cells }] of done.updated) intended.set(key, new Map([...(intended.get(key) ?? []), ...cells]));
  for (const [key, cells] of done.added) intended.set(key, cells);
  return intended;
}

function apiRepairs(now: SheetState, row: SheetRow, wanted: Cells): Request[] {
  const wrong = new Map([...wanted].filter(([name, cell]) => !sameCell(cell, cellAt(now, row, name))));
  return wrong.size === 0 ? [] : updateRequests(now.sheetId, now.layout, row.index, wrong);
}

/** A cell that was written where it may not have belonged; `row` is an index, or the key of a row that was appended. */
export interface Write {
  readonly sheetId: number;
  readonly row: number | string;
  readonly column: number;
  readonly cell: Cell;
}

export function writesOf({ position: { sheetId, layout }, updated, added }: Placement): Write[] {
  const placed = (row: number | string, cells: Cells): Write[] =>
    [...cells].map(([name, cell]) => ({ sheetId, row, column: layout.get(name) as number, cell }));
  return [
    ...[...updated.values()].flatMap(({ rowIndex, cells }) => placed(rowIndex, cells)),
    ...[...added].flatMap(([key, cells]) => placed(key, cells)),
  ];
}

/** A repair may itself be overtaken by people, and is then put right like any other write. */
export const writesIn = (requests: readonly Request[]): Write[] =>
  requests.flatMap(({ updateCells }) => {
    const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = updateCells?.start ?? {};
    const cells = updateCells?.rows?.[0]?.values ?? [];
    return cells.map(({ userEnteredValue }, offset) => ({
      sheetId,
      row: rowIndex,
      column: columnIndex + offset,
      cell: cellOf(userEnteredValue),
    }));
  });

/**
 * Columns moved under the write: a cell that is not ours and now holds what was meant for another gets its own value
 * back. It is known by its value, since the column may have moved again; an emptied one only by its place.
 */
function foreignRepairs(
  before: SheetState,
  now: SheetState,
  key: string,
  row: SheetRow,
  writes: readonly Write[],
): Request[] {
  if (writes.length === 0) return [];
  const ours = new Set(apiColumns(now.table).map((name) => now.layout.get(name)));
  const known = before.rows.get(key);
  const isStray = (cell: Cell, column: number) =>
    writes.some((write) => sameCell(write.cell, cell) && (!isBlank(cell) || write.column === column));
  return row.cells.flatMap((cell, column) => {
    const own = known?.cells[before.headers.indexOf(now.headers[column] ?? "")] ?? null;
    if (ours.has(column) || sameCell(own, cell) || !isStray(cell, column)) return [];
    return [cellsRequest(now.sheetId, row.index, column, [cellData(own)])];
  });
}

/** A row of nobody's that holds exactly what this commit wrote somewhere. */
function isOurs(done: Placement, row: SheetRow): boolean {
  const holds = (cells: Cells) =>
    [...cells].every(([name, cell]) => sameCell(row.cells[done.position.layout.get(name) as number] ?? null, cell));
  return [...done.added.values()].some(holds) || [...done.updated.values()].some(({ cells }) => holds(cells));
}

function clearRequests(now: SheetState, done: Placement, row: SheetRow): Request[] {
  const ours = new Set(apiColumns(now.table).map((name) => done.position.layout.get(name) as number));
  return row.cells.flatMap((cell, column) =>
    cell === null || !ours.has(column) ? [] : [cellsRequest(now.sheetId, row.index, column, [cellData(null)])],
  );
}

function missingRows(done: Placement, now: SheetState): Request[] {
  const missing = [...done.added].filter(([key]) => !now.rows.has(key)).map(([, cells]) => cells);
  return missing.length === 0 ? [] : [appendRequest(now.sheetId, now.layout, missing)];
}
