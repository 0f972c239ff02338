import type { RowFault } from "../../core/problem.ts";
import { type Cell, type Cells, cellOf, headerText, isBlank, sameCell } from "../cell.ts";
import { keyText } from "../declare/key.ts";
import type { RowOf } from "../declare/row.ts";
import { isSeal, sealOf } from "../declare/seal.ts";
import { columnOf, columnsBy, isSealed, sealBy, sealsOf, type Table } from "../declare/table.ts";
import type { Dressed } from "./dressed.ts";
import type { FormulaCells } from "./formula-cells.ts";
import { type Layout, layoutOf, placeOf } from "./layout.ts";
import { type OvertypedKey, overtypedKeys } from "./overtyped-keys.ts";

type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

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
  readonly columnCount: number;
  /** The header row as texts, people's own columns among them. */
  readonly headers: readonly string[];
  readonly layout: Layout;
  /** Rows in use, the header among them. */
  readonly used: number;
  /** Rows down to the last cell that Google takes for content, an empty text or an unticked box among it: appended rows go below. */
  readonly filled: number;
  readonly rows: ReadonlyMap<string, SheetRow>;
  /** Rows with something in them but no key: notes of staff, or what is left of a row. */
  readonly keyless: readonly SheetRow[];
  /** Rows whose key an earlier row has already. */
  readonly doubles: readonly Double[];
  readonly faults: readonly RowFault[];
  /** Rows whose key people typed over, as far as it is known: `rows` has them by their own, with its cells. */
  readonly overtyped: readonly OvertypedKey[];
  /** Cells with a note (or a colour, where those were asked for): an earlier run's marks are among them. */
  readonly dressed: readonly Dressed[];
  /** Of tables that have formulas of their own, and where they were asked for. */
  readonly formulas: FormulaCells;
  readonly protections: readonly ProtectedRange[];
}

export type States = ReadonlyMap<Table, SheetState>;

export function stateOf<State extends SheetState>(states: ReadonlyMap<Table, State>, table: Table): State {
  const state = states.get(table);
  if (state === undefined) throw new Error(`${table.sheet} was not read`);
  return state;
}

/** A sheet as an answer of Google has it; cells that were not asked for are empty. */
interface SeenSheet
  extends Pick<SheetState, "table" | "sheetId" | "rowCount" | "columnCount" | "dressed" | "formulas" | "protections"> {
  readonly grid: readonly (readonly Cell[])[];
}

export function sheetState({ table, grid, ...rest }: SeenSheet): SheetState {
  const layout = layoutOf(table, grid[0] ?? []);
  const keyPlaces = table.key.map((name) => placeOf(layout, name));
  const sealed = isSealed(table);
  const keyed = hasKey(table, layout);
  const rows = new Map<string, SheetRow>();
  const keyless: SheetRow[] = [];
  const doubles: Double[] = [];
  const faults: RowFault[] = [];
  const overtyped = overtypedKeys(table, layout, grid);
  const restored = new Map(overtyped.map((row) => [row.rowIndex, row.cells]));
  for (const [index, seen] of grid.entries()) {
    if (index === 0) continue;
    const cells = withCells(layout, seen, restored.get(index));
    const row = { index, cells };
    const key = keyPlaces.map((place) => row.cells[place] ?? null);
    if (!keyed(cells)) {
      if (!row.cells.every(isBlank)) keyless.push(row);
      if (sealed && row.cells.some(isSeal)) faults.push(strayRow(table, index));
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
    ...rest,
    table,
    headers: (grid[0] ?? []).map(headerText),
    layout,
    used: usedRows(grid),
    filled: filledRows(grid, rest.formulas),
    rows,
    keyless,
    doubles,
    faults,
    overtyped,
  };
}

function withCells(layout: Layout, cells: readonly Cell[], others: Cells | undefined): readonly Cell[] {
  if (others === undefined) return cells;
  const all = [...cells];
  for (const [name, cell] of others) all[placeOf(layout, name)] = cell;
  return Array.from(all, (cell) => cell ?? null);
}

/** Formats and drop-downs reach further down than content, and Google may list such rows too. */
export const usedRows = (grid: readonly (readonly unknown[])[]): number => rowsDownTo(grid, (cell) => !isBlank(cell));

/** A formula is content, whatever it shows. */
function filledRows(grid: readonly (readonly unknown[])[], formulas: FormulaCells): number {
  let filled = rowsDownTo(grid, (cell) => cell !== null && cell !== undefined);
  for (const row of formulas.keys()) filled = Math.max(filled, row + 1);
  return filled;
}

function rowsDownTo(grid: readonly (readonly unknown[])[], counts: (cell: unknown) => boolean): number {
  let rows = grid.length;
  while (rows > 1 && !(grid[rows - 1] as readonly unknown[]).some(counts)) rows--;
  return rows;
}

/**
 * Tells of the cells of a row whether they have a key. Its first part names the order or the entry; the others may be empty (a
 * line from before the SKU move has none). A seal that was moved there is none: then the place of the seal has lost it.
 */
export function hasKey(table: Table, layout: Layout): (cells: readonly Cell[]) => boolean {
  const first = placeOf(layout, table.key[0] as string);
  const seals = sealsOf(table).map(([name]) => layout.get(name));
  return (cells) => {
    const cell = cells[first] ?? null;
    const strayed = isSeal(cell) && seals.some((place) => place !== undefined && !isSeal(cells[place] ?? null));
    return String(cell ?? "").trim() !== "" && !strayed;
  };
}

const doubleRow = (table: Table, key: readonly Cell[], index: number): RowFault => ({
  subject: String(key[0]),
  reason: `「${table.sheet}」の${index + 1}行目は、同じキーの行がほかにもあります。どちらか1行を削除してください。`,
  place: { sheet: table.sheet, row: index + 1 },
});

/** Something moved the cells of a row apart: people have to look, since nothing tells whose cells these are. */
const strayRow = (table: Table, index: number): RowFault => ({
  subject: `${index + 1}行目`,
  reason: `「${table.sheet}」の${index + 1}行目は、キーがないのに取込内容が残っています。内容を確認し、不要なら行を削除してください。`,
  place: { sheet: table.sheet, row: index + 1 },
});

/** Cells as arrays by row; `GridData` leaves out what is empty. */
export function gridOf(data: GridData): Cell[][] {
  return (data.rowData ?? []).map((row) => (row.values ?? []).map((cell) => cellOf(cell.effectiveValue)));
}

export const cellAt = (state: SheetState, row: SheetRow, name: string): Cell =>
  row.cells[placeOf(state.layout, name)] ?? null;

/** A row's declared columns as values; null for what cannot be understood. */
export function valuesOf<T extends Table>(state: SheetState, row: SheetRow): RowOf<T> {
  const entries = Object.keys(state.table.columns).map((name) => [
    name,
    columnOf(state.table, name).parse(cellAt(state, row, name)) ?? null,
  ]);
  return Object.fromEntries(entries);
}

/** Tells of the rows of a table whether the cells of one writer are those that it wrote. */
export function intactFor(state: SheetState, writer: string): (row: SheetRow) => boolean {
  const { table, layout } = state;
  const seal = sealBy(table, writer);
  if (seal === undefined) return () => true;
  const places = columnsBy(table, writer).map((name) => placeOf(layout, name));
  return (row) => sameCell(cellAt(state, row, seal), sealOf(places.map((place) => row.cells[place] ?? null)));
}
