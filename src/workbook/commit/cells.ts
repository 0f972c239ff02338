import { Problem } from "../../core/problem.ts";
import type { Cells } from "../cell.ts";
import type { STAFF } from "../declare/column.ts";
import { keyOf } from "../declare/key.ts";
import type { Exactly, RowFor, WriterOf } from "../declare/row.ts";
import { sealOf } from "../declare/seal.ts";
import { cellsIn, columnsBy, sealBy, type Table } from "../declare/table.ts";

/** Rows that are to go, by key: each with the name of those that go together with it, of other tables too, or not at all. */
export type Removals = ReadonlyMap<string, string>;

/** Cells that a table shall have, by the key of their row. Rows and columns that are not named stay as they are. */
export interface TableCells {
  readonly table: Table;
  /** Those with the key among them may be a new row; those without it are for a row that is there. */
  readonly cells: ReadonlyMap<string, Cells>;
  /** New keys of rows that are there, by those that they have; `cells` names them by the new ones. */
  readonly renames?: ReadonlyMap<string, string>;
  /** By `removalsFor`. */
  readonly removals?: Removals;
}

/** The rows of one writer, whole: a column that is missing or too much does not compile. Of rows with one key the last counts. */
export function rowsFor<
  T extends Table,
  Writer extends Exclude<WriterOf<T>, typeof STAFF>,
  Row extends RowFor<T, Writer>,
>(table: T, writer: Writer, rows: readonly Exactly<Row, RowFor<T, Writer>>[]): TableCells {
  const cellsOf = rowCells(table, writer);
  return { table, cells: new Map(rows.map((row) => [keyOf(table, row), cellsOf(row)])) };
}

/** In the order of the declaration, with the seal that proves them. */
function rowCells(table: Table, writer: string): (row: object) => Cells {
  const names = columnsBy(table, writer);
  const seal = sealBy(table, writer);
  return (row) => {
    const cells = cellsIn(table, names, row);
    if (seal !== undefined) cells.set(seal, sealOf(cells.values()));
    return cells;
  };
}

/** People's cells, given for them; only these columns of theirs are written, and only on rows that are there. */
export const staffCells = <T extends Table>(
  table: T,
  rows: ReadonlyMap<string, Partial<Omit<RowFor<T, typeof STAFF>, T["key"][number]>>>,
): TableCells => ({
  table,
  cells: new Map([...rows].map(([key, row]) => [key, cellsIn(table, Object.keys(row), row)])),
});

/**
 * Takes rows off a sheet, whole, with what people wrote beside them. A row that is not any more as the run knows it, or that
 * somebody copied, stays, and with it all that would go together with it; `state(table).rows` tells after the commit.
 */
export const removalsFor = (table: Table, removals: Removals): TableCells => ({ table, cells: new Map(), removals });

/** Cells of one table in one place: what goes wrong between look and write is repaired table by table. */
export function byTable(parts: readonly TableCells[]): TableCells[] {
  type All = Readonly<Record<"renames" | "removals", Map<string, string>>> & { readonly cells: Map<string, Cells> };
  const tables = new Map<Table, All>();
  for (const { table, cells, renames = [], removals = [] } of parts) {
    const all = tables.get(table) ?? { cells: new Map(), renames: new Map(), removals: new Map() };
    for (const [key, more] of cells) {
      const known = all.cells.get(key);
      all.cells.set(key, known === undefined ? more : new Map([...known, ...more]));
    }
    for (const [from, to] of renames) all.renames.set(from, to);
    for (const [key, group] of removals) all.removals.set(key, group);
    tables.set(table, all);
  }
  return [...tables].map(([table, all]) => ({ table, ...all }));
}

/** The cells of a row that has to be added. Throws Problem("fix") where they are people's, and their row is gone. */
export function wholeRow({ table, cells }: TableCells, key: string): Cells {
  const row = cells.get(key);
  if (row !== undefined && table.key.every((name) => row.has(name))) return row;
  throw new Problem("fix", `「${table.sheet}」から行がなくなっています。開き直して、もう一度設定してください。`);
}
