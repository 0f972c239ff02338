import { Problem } from "../../core/problem.ts";
import { type Cell, type Cells, sameCell } from "../cell.ts";
import { STAFF } from "../declare/column.ts";
import { sealOf } from "../declare/seal.ts";
import { staffKeysOf } from "../declare/staff-blocks.ts";
import { renamedMark } from "../declare/staff-mark.ts";
import { columnOf, columnsBy, sealsOf, type Table } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import { cellAt, intactFor, type SheetRow, type SheetState } from "../read/snapshot.ts";
import type { TableCells } from "./cells.ts";

/** The new keys of rows, by those that they have. */
export type Renames = ReadonlyMap<string, string>;

/**
 * New keys for rows, by those that they have: each row keeps its place, people's cells, formats and notes, and its mark and
 * seals follow. Other cells of the same plan are given under the new keys. A row that is not there is not renamed.
 */
export function renamesFor(table: Table, renames: Renames): TableCells {
  if (columnOf(table, keyColumn(table)).writer === STAFF) throw new Error(`people name the rows of ${table.sheet}`);
  return { table, cells: new Map(), renames: new Map([...renames].filter(([from, to]) => from !== to)) };
}

/** Rows are renamed by what stands in their cell, and part of a key stands in several. */
export function keyColumn({ sheet, key: [name, ...more] }: Table): string {
  if (name === undefined || more.length > 0) throw new Error(`the key of ${sheet} is not one column`);
  return name;
}

/** What says whose row it is, and whose people's cells. */
export const namingColumns = (table: Table): string[] => [keyColumn(table), ...staffKeysOf(table)];

/** Those of rows that are there. Throws Problem("fix") where two rows would have one key then. */
export function renamesOn({ table, rows }: SheetState, renames: Renames | undefined): Renames {
  const due = new Map([...(renames ?? [])].filter(([from]) => rows.has(from)));
  if (new Set(due.values()).size < due.size) throw new Error(`two rows of ${table.sheet} were to get one key`);
  for (const [from, to] of due) if (rows.has(to) && !due.has(to)) throw taken(table, from, to);
  return due;
}

const taken = ({ sheet }: Table, from: string, to: string): Problem =>
  new Problem("fix", `「${sheet}」に「${to}」の行がすでにあるため、「${from}」の行の名前を「${to}」に変えられません。`);

export const inverse = (renames: Renames): Renames => new Map([...renames].map(([from, to]) => [to, from]));

/** The seals of a row under its new key; one that was broken stays so. */
export function sealsUnder(state: SheetState, row: SheetRow, key: string, wanted: Cells): Cells {
  const { table } = state;
  const own = (name: string): Cell =>
    name === keyColumn(table) ? key : wanted.has(name) ? (wanted.get(name) as Cell) : cellAt(state, row, name);
  return new Map(
    sealsOf(table)
      .filter(([name, writer]) => !wanted.has(name) && intactFor(state, writer)(row))
      .map(([name, writer]) => [name, sealOf(columnsBy(table, writer).map(own))]),
  );
}

/** The rows as they are after it, in their order; marks of theirs are renamed wherever people's cells stand. */
export function renamedRows({ table, layout }: SheetState, rows: ReadonlyMap<string, SheetRow>, renames: Renames) {
  const place = placeOf(layout, keyColumn(table));
  const marks = staffKeysOf(table).map((name) => placeOf(layout, name));
  return new Map(
    [...rows].map(([key, row]): [string, SheetRow] => {
      const to = renames.get(key);
      const renamed = marks
        .map((mark) => [mark, renamedMark(table, row.cells[mark] ?? null, renames)] as const)
        .filter(([mark, text]) => !sameCell(text, row.cells[mark] ?? null));
      if (to === undefined && renamed.length === 0) return [key, row];
      const cells = [...row.cells];
      if (to !== undefined) cells[place] = to;
      for (const [mark, text] of renamed) cells[mark] = text;
      return [to ?? key, { ...row, cells }];
    }),
  );
}
