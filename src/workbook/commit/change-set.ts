import { type Cell, type Cells, cellData, cellsRequest, sameCell } from "../cell.ts";
import { type ApiRow, apiCells, keyOf, type RowOf, type Table } from "../declare/table.ts";
import type { Layout } from "../read/layout.ts";
import { cellAt, type SheetState } from "../read/snapshot.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** The rows that a table shall have, by key. Rows that are not named stay as they are. */
export interface TableRows {
  readonly table: Table;
  readonly rows: readonly ApiRow[];
}

export const tableRows = <T extends Table>(table: T, rows: readonly Partial<RowOf<T>>[]): TableRows => ({
  table,
  rows,
});

/** Rows of one table in one place: what goes wrong between look and write is repaired table by table. */
export function byTable(rows: readonly TableRows[]): TableRows[] {
  const tables = new Map<Table, ApiRow[]>();
  for (const part of rows) tables.set(part.table, [...(tables.get(part.table) ?? []), ...part.rows]);
  return [...tables].map(([table, all]) => ({ table, rows: all }));
}

/** What of the wanted rows is not on the sheet yet. Staff columns never appear in it. */
export interface ChangeSet {
  readonly state: SheetState;
  readonly added: ReadonlyMap<string, Cells>;
  readonly updated: ReadonlyMap<string, Cells>;
}

export function changeSet(state: SheetState, wanted: readonly ApiRow[]): ChangeSet {
  const added = new Map<string, Cells>();
  const updated = new Map<string, Cells>();
  for (const row of wanted) {
    const key = keyOf(state.table, row);
    const cells = apiCells(state.table, row);
    const known = state.rows.get(key);
    if (known === undefined) added.set(key, cells);
    else {
      const changed = new Map([...cells].filter(([name, cell]) => !sameCell(cell, cellAt(state, known, name))));
      if (changed.size > 0) updated.set(key, changed);
    }
  }
  return { state, added, updated };
}

export const isEmpty = (change: ChangeSet): boolean => change.added.size + change.updated.size === 0;

/** Appended rows need no position, so nothing that staff do meanwhile can misplace them. */
export function appendRequest(sheetId: number, layout: Layout, rows: readonly Cells[]): Request {
  const width = Math.max(...layout.values()) + 1;
  const values = rows.map((cells) => {
    const row: Cell[] = new Array(width).fill(null);
    for (const [name, cell] of cells) row[layout.get(name) as number] = cell;
    return { values: row.map((cell) => (cell === null ? {} : cellData(cell))) };
  });
  return { appendCells: { sheetId, rows: values, fields: "userEnteredValue" } };
}

/** One request for each run of neighbouring cells, so that a staff column between them is not mentioned. */
export function updateRequests(sheetId: number, layout: Layout, rowIndex: number, cells: Cells): Request[] {
  const placed = [...cells]
    .map(([name, cell]) => ({ column: layout.get(name) as number, cell }))
    .sort((a, b) => a.column - b.column);
  const runs: { column: number; cells: Cell[] }[] = [];
  for (const { column, cell } of placed) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.cells.length === column) last.cells.push(cell);
    else runs.push({ column, cells: [cell] });
  }
  return runs.map((run) => cellsRequest(sheetId, rowIndex, run.column, run.cells.map(cellData)));
}
