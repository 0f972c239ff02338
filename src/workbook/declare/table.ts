import { type Cell, type Cells, isBlank, sameCell } from "../cell.ts";
import type { Column } from "./column.ts";
import { text } from "./column.ts";

// biome-ignore lint/suspicious/noExplicitAny: a table holds columns of every value type, and only `any` lets each keep its own.
export type Columns = Readonly<Record<string, Column<any>>>;
type ValueOf<C> = C extends Column<infer Value> ? Value : never;

/** A sheet declared once. Reading, writing, set-up and their types all follow from it. */
export interface Table<C extends Columns = Columns> {
  readonly sheet: string;
  readonly key: readonly string[];
  /** Of keys that people type, part by part: what all spellings have in common. */
  readonly plain?: readonly ((part: string) => string)[];
  readonly columns: C;
  /** People have nothing to do here: a commit that touches only such sheets needs no second look before it writes. */
  readonly ours?: true;
  readonly tabColor?: { readonly red: number; readonly green: number; readonly blue: number };
}

export type RowOf<T> = T extends Table<infer C> ? { readonly [Name in keyof C]: ValueOf<C[Name]> } : never;

/** The values that the API side gives; a row on the sheet may have staff cells beside them. `tableRows` checks their types. */
export type ApiRow = object;

export const defineTable = <C extends Columns>(
  table: Table<C> & { readonly key: readonly (keyof C & string)[] },
): Table<C> => table;

/** Hidden in the sheet: proves that the API cells of a row are still what an import wrote there. */
export const sealColumn = (): Column<string> => text("照合", "取込内容の照合用。編集しないでください。", 60);

/** Asked for with each row of a sheet. */
const apiNames = new WeakMap<Table, readonly string[]>();

export function apiColumns(table: Table): readonly string[] {
  const known = apiNames.get(table);
  if (known !== undefined) return known;
  const names = Object.keys(table.columns).filter((name) => columnOf(table, name).owner !== "staff");
  apiNames.set(table, names);
  return names;
}

export const columnOf = (table: Table, name: string): Column<unknown> => {
  const column = table.columns[name];
  if (column === undefined) throw new Error(`${table.sheet} has no column ${name}`);
  return column;
};

const cellFor = (table: Table, row: ApiRow, name: string): Cell =>
  columnOf(table, name).write((row as Record<string, unknown>)[name]);

/** Joined with a character that no order number, id or SKU contains. */
export const keyText = ({ plain = [] }: Table, cells: readonly Cell[]): string =>
  cells
    .map((cell, at) => {
      const typed = cell === null ? "" : String(cell);
      return plain[at]?.(typed) ?? typed;
    })
    .join("\u001f");

export const keyOf = (table: Table, row: ApiRow): string =>
  keyText(
    table,
    table.key.map((name) => cellFor(table, row, name)),
  );

/** A row is looked at for the counts and again for the commit; its cells, and the seal above all, are made once. */
const made = new WeakMap<ApiRow, { readonly table: Table; readonly cells: Cells }>();

/** The API-owned cells of a row as an import writes them, in the order of `apiColumns`, with its seal. */
export function apiCells(table: Table, row: ApiRow): Cells {
  const known = made.get(row);
  if (known?.table === table) return known.cells;
  const cells = cellsOf(table, row);
  made.set(row, { table, cells });
  return cells;
}

function cellsOf(table: Table, row: ApiRow): Cells {
  const cells = new Map<string, Cell>();
  for (const name of apiColumns(table)) if (name !== SEAL) cells.set(name, cellFor(table, row, name));
  if (SEAL in table.columns) cells.set(SEAL, sealOf(cells));
  return cells;
}

export const SEAL = "seal";
const SEAL_FORM = /^#[0-9a-z]{8,14}$/;
export const isSeal = (cell: Cell): boolean => typeof cell === "string" && SEAL_FORM.test(cell);

export function sealHolds(cells: Cells): boolean {
  const seal = cells.get(SEAL) ?? null;
  return seal !== null && sameCell(seal, sealOf(cells));
}

/** Called for each character: looking `Math` up each time would cost more than the sum itself. */
const { imul } = Math;

/** Two 32-bit FNV-style lanes: enough to notice accidents; it is no protection against intent. */
function sealOf(cells: Cells): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const [name, cell] of cells) {
    if (name === SEAL) continue;
    const part = sealText(cell);
    for (let index = 0; index <= part.length; index++) {
      const code = index === part.length ? 31 : part.charCodeAt(index);
      a = imul(a ^ code, 0x01000193);
      b = imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
    }
  }
  return `#${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`.padEnd(9, "0");
}

/** Numbers to twelve digits: a sheet may round the last ones of a time. */
function sealText(cell: Cell): string {
  if (isBlank(cell)) return "";
  return typeof cell === "number" ? String(Number(cell.toPrecision(12))) : String(cell);
}
