import type { RowFault } from "../../core/problem.ts";
import { type Cell, cellOf, headerText, isBlank } from "../cell.ts";
import type { Dressed } from "../commit/mark.ts";
import { apiColumns, columnOf, isSeal, keyText, type RowOf, SEAL, sealHolds, type Table } from "../declare/table.ts";
import { type Layout, layoutOf } from "./layout.ts";

type GridData = GoogleAppsScript.Sheets.Schema.GridData;

/** One row as it lies on a sheet; `cells` follows the sheet's own column order. */
export interface SheetRow {
  readonly index: number;
  readonly cells: readonly Cell[];
}

export interface Double extends SheetRow {
  readonly key: string;
  /** Index of the row that counts. */
  readonly first: number;
}

/** One table as it was read. */
export interface SheetState {
  readonly table: Table;
  readonly sheetId: number;
  readonly rowCount: number;
  /** The header row as texts, people's own columns among them. */
  readonly headers: readonly string[];
  readonly layout: Layout;
  /** Rows in use, the header among them. */
  readonly used: number;
  readonly rows: ReadonlyMap<string, SheetRow>;
  /** Rows with something in them but no key: notes of staff, or what is left of a row. */
  readonly keyless: readonly SheetRow[];
  /** Rows whose key an earlier row has already. */
  readonly doubles: readonly Double[];
  readonly faults: readonly RowFault[];
  /** Cells with a note (or a colour, where those were asked for): an earlier run's marks are among them. */
  readonly dressed: readonly Dressed[];
}

export function sheetState(
  table: Table,
  sheetId: number,
  rowCount: number,
  grid: readonly (readonly Cell[])[],
  dressed: readonly Dressed[] = [],
): SheetState {
  const layout = layoutOf(table, grid[0] ?? []);
  const keyPlaces = table.key.map((name) => layout.get(name) as number);
  const rows = new Map<string, SheetRow>();
  const keyless: SheetRow[] = [];
  const doubles: Double[] = [];
  const faults: RowFault[] = [];
  for (let index = 1; index < grid.length; index++) {
    const row = { index, cells: grid[index] as readonly Cell[] };
    const key = keyPlaces.map((place) => row.cells[place] ?? null);
    if (!hasKey(key)) {
      if (!row.cells.every(isBlank)) keyless.push(row);
      if (SEAL in table.columns && row.cells.some(isSeal)) faults.push(strayRow(table, index));
      continue;
    }
    const known = rows.get(keyText(table, key));
    if (known === undefined) rows.set(keyText(table, key), row);
    else {
      doubles.push({ ...row, key: keyText(table, key), first: known.index });
      faults.push(doubleRow(table, key, index));
    }
  }
  return {
    table,
    sheetId,
    rowCount,
    headers: (grid[0] ?? []).map(headerText),
    layout,
    used: usedRows(grid),
    rows,
    keyless,
    doubles,
    faults,
    dressed,
  };
}

/** Formats and drop-downs reach further down than content, and Google may list such rows too. */
export function usedRows(grid: readonly (readonly unknown[])[]): number {
  let used = grid.length;
  while (used > 1 && (grid[used - 1] as readonly unknown[]).every(isBlank)) used--;
  return used;
}

/** The first part names the order or the entry; the others may be empty (a line from before the SKU move has none). */
export const hasKey = ([first = null]: readonly Cell[]): boolean => String(first ?? "").trim() !== "" && !isSeal(first);

const doubleRow = (table: Table, key: readonly Cell[], index: number): RowFault => ({
  subject: String(key[0]),
  reason: `「${table.sheet}」の${index + 1}行目は、同じキーの行がほかにもあります。どちらか1行を削除してください。`,
});

/** Something moved the cells of a row apart: people have to look, since nothing tells whose cells these are. */
const strayRow = (table: Table, index: number): RowFault => ({
  subject: `${index + 1}行目`,
  reason: `「${table.sheet}」の${index + 1}行目は、キーがないのに取込内容が残っています。内容を確認し、不要なら行を削除してください。`,
});

/** Cells as arrays by row; `GridData` leaves out what is empty. */
export function gridOf(data: GridData): Cell[][] {
  return (data.rowData ?? []).map((row) => (row.values ?? []).map((cell) => cellOf(cell.effectiveValue)));
}

export const cellAt = (state: SheetState, row: SheetRow, name: string): Cell =>
  row.cells[state.layout.get(name) as number] ?? null;

/** A row's declared columns as values; null for what cannot be understood. */
export function valuesOf<T extends Table>(state: SheetState, row: SheetRow): RowOf<T> {
  const entries = Object.keys(state.table.columns).map((name) => [
    name,
    columnOf(state.table, name).parse(cellAt(state, row, name)) ?? null,
  ]);
  return Object.fromEntries(entries);
}

/** Whether the API cells of a row are those that an import wrote. */
export const isIntact = (state: SheetState, row: SheetRow): boolean =>
  !(SEAL in state.table.columns) ||
  sealHolds(new Map(apiColumns(state.table).map((name) => [name, cellAt(state, row, name)])));
