import type { Cell, Cells } from "../cell.ts";
import { appendRequest } from "../change-set.ts";
import { checkboxRequests } from "../column-format.ts";
import type { Layout } from "../layout.ts";
import { columnOf, keyOf, keyText, type RowOf, type Table } from "../table.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Rows that a sheet starts with; one whose key is already there is left alone. */
export interface Seed {
  readonly table: Table;
  readonly rows: readonly object[];
}

export const seed = <T extends Table>(table: T, rows: readonly Partial<RowOf<T>>[]): Seed => ({ table, rows });

/** Staff columns too: a seed is the one row of ours that fills them. `there` are the rows of the sheet, by its own columns. */
export function seedRequests(
  { table, rows }: Seed,
  sheetId: number,
  layout: Layout,
  there: readonly (readonly unknown[])[],
): Request[] {
  const places = table.key.map((name) => layout.get(name) as number);
  const known = new Set(there.map((row) => keyText(places.map((place) => (row[place] ?? null) as Cell))));
  const missing = rows.filter((row) => !known.has(keyOf(table, row)));
  return missing.length === 0
    ? []
    : [
        appendRequest(
          sheetId,
          layout,
          missing.map((row) => cellsOf(table, row)),
        ),
        ...checkboxRequests(table, sheetId, layout, 1 + there.length, 1 + there.length + missing.length),
      ];
}

const cellsOf = (table: Table, row: object): Cells =>
  new Map(Object.keys(row).map((name) => [name, columnOf(table, name).write((row as Record<string, unknown>)[name])]));
