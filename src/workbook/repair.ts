import { type Cell, cellData, sameCell } from "./cell.ts";
import { appendRequest, type Cells, updateRequests } from "./change-set.ts";
import type { Placement } from "./placement.ts";
import { cellAt, type SheetRow, type SheetState } from "./snapshot.ts";
import { apiColumns } from "./table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Staff sorted, inserted or deleted in the instant between the look and the write, so some cells went to the wrong place.
 * Puts every row right by its key: `before` is the sheet as the run knew it, `done` what was written, `now` the sheet as it is.
 */
export function repairRequests(before: SheetState, done: Placement, now: SheetState): Request[] {
  const intended = intendedRows(before, done);
  return [
    ...[...now.rows].flatMap(([key, row]) => {
      const wanted = intended.get(key);
      return wanted === undefined
        ? []
        : [...apiRepairs(now, row, wanted), ...foreignRepairs(before, done, now, key, row)];
    }),
    ...now.keyless.flatMap((row) => (isOurs(done, row) ? clearRequests(now, done, row) : [])),
    ...missingRows(done, now),
  ];
}

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

/** A column moved under the write: a cell that is not ours and now holds what was meant for its neighbour gets its own value back. */
function foreignRepairs(before: SheetState, done: Placement, now: SheetState, key: string, row: SheetRow): Request[] {
  const ours = new Set(apiColumns(now.table).map((name) => now.layout.get(name)));
  const known = before.rows.get(key);
  return [...writtenInto(done, key, row)].flatMap(([columnIndex, cell]) => {
    const own = known?.cells[before.headers.indexOf(now.headers[columnIndex] ?? "")] ?? null;
    if (ours.has(columnIndex) || !sameCell(row.cells[columnIndex] ?? null, cell) || sameCell(own, cell)) return [];
    return [cellRequest(now.sheetId, row.index, columnIndex, own)];
  });
}

/** What this commit wrote into a row, by column as it stood then. */
function writtenInto({ position, updated, added }: Placement, key: string, row: SheetRow): Map<number, Cell> {
  const hit = [...updated.values()].find(({ rowIndex }) => rowIndex === row.index);
  return new Map(
    [...(added.get(key) ?? hit?.cells ?? [])].map(([name, cell]) => [position.layout.get(name) as number, cell]),
  );
}

const cellRequest = (sheetId: number, rowIndex: number, columnIndex: number, cell: Cell): Request => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [{ values: [cellData(cell)] }],
    fields: "userEnteredValue",
  },
});

/** A row without a key that holds exactly what this commit wrote somewhere. */
function isOurs(done: Placement, row: SheetRow): boolean {
  const holds = (cells: Cells) =>
    [...cells].every(([name, cell]) => sameCell(row.cells[done.position.layout.get(name) as number] ?? null, cell));
  return [...done.added.values()].some(holds) || [...done.updated.values()].some(({ cells }) => holds(cells));
}

function clearRequests(now: SheetState, done: Placement, row: SheetRow): Request[] {
  const ours = new Set(apiColumns(now.table).map((name) => done.position.layout.get(name) as number));
  return row.cells.flatMap((cell, column) =>
    cell === null || !ours.has(column) ? [] : [cellRequest(now.sheetId, row.index, column, null)],
  );
}

function missingRows(done: Placement, now: SheetState): Request[] {
  const missing = [...done.added].filter(([key]) => !now.rows.has(key)).map(([, cells]) => cells);
  return missing.length === 0 ? [] : [appendRequest(now.sheetId, now.layout, missing)];
}
