import { type Cell, sameCell } from "./cell.ts";
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
        : [...apiRepairs(now, row, wanted), ...staffRepairs(before, done, now, key, row)];
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

/** A column moved under the write: a staff cell that now holds what was meant for its neighbour gets its own value back. */
function staffRepairs(before: SheetState, done: Placement, now: SheetState, key: string, row: SheetRow): Request[] {
  const known = before.rows.get(key);
  const written = writtenAt(done, row.index);
  if (known === undefined || written.size === 0) return [];
  const api = new Set(apiColumns(now.table));
  const lost = new Map<string, Cell>();
  for (const [name, place] of now.layout) {
    if (api.has(name) || !written.has(place)) continue;
    const own = cellAt(before, known, name);
    if (sameCell(cellAt(now, row, name), written.get(place) ?? null) && !sameCell(own, written.get(place) ?? null))
      lost.set(name, own);
  }
  return lost.size === 0 ? [] : updateRequests(now.sheetId, now.layout, row.index, lost);
}

function writtenAt(done: Placement, rowIndex: number): Map<number, Cell> {
  for (const { rowIndex: index, cells } of done.updated.values())
    if (index === rowIndex)
      return new Map([...cells].map(([name, cell]) => [done.position.layout.get(name) as number, cell]));
  return new Map();
}

/** A row without a key that holds exactly what this commit wrote somewhere. */
function isOurs(done: Placement, row: SheetRow): boolean {
  const holds = (cells: Cells) =>
    [...cells].every(([name, cell]) => sameCell(row.cells[done.position.layout.get(name) as number] ?? null, cell));
  return [...done.added.values()].some(holds) || [...done.updated.values()].some(({ cells }) => holds(cells));
}

function clearRequests(now: SheetState, done: Placement, row: SheetRow): Request[] {
  const ours = new Set([...apiColumns(now.table)].map((name) => done.position.layout.get(name) as number));
  return row.cells.flatMap((cell, columnIndex) =>
    cell === null || !ours.has(columnIndex)
      ? []
      : [
          {
            updateCells: {
              start: { sheetId: now.sheetId, rowIndex: row.index, columnIndex },
              rows: [{ values: [{}] }],
              fields: "userEnteredValue",
            },
          },
        ],
  );
}

function missingRows(done: Placement, now: SheetState): Request[] {
  const missing = [...done.added].filter(([key]) => !now.rows.has(key)).map(([, cells]) => cells);
  return missing.length === 0 ? [] : [appendRequest(now.sheetId, now.layout, missing)];
}
