import type { Cell, Cells } from "../cell.ts";
import { appendRequest } from "../commit/change-set.ts";
import { checkboxRequests } from "../declare/column-format.ts";
import { columnOf, keyOf, keyText, type RowOf, type Table } from "../declare/table.ts";
import type { Layout } from "../read/layout.ts";
import { hasKey, usedRows } from "../read/snapshot.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Rows that an empty sheet starts with. People may change and delete them; only those in `always` come back. */
export interface Seed {
  readonly table: Table;
  readonly rows: readonly object[];
  readonly always?: readonly object[];
}

export const seed = <T extends Table>(
  table: T,
  rows: readonly Partial<RowOf<T>>[],
  always: readonly Partial<RowOf<T>>[] = [],
): Seed => ({ table, rows, always });

/** Staff columns too: a seed is the one row of ours that fills them. `there` are the rows of the sheet, by its own columns. */
export function seedRequests(
  { table, rows, always = [] }: Seed,
  sheetId: number,
  layout: Layout,
  there: readonly (readonly unknown[])[],
): Request[] {
  const keys = there
    .map((row) => table.key.map((name) => (row[layout.get(name) as number] ?? null) as Cell))
    .filter(hasKey)
    .map((key) => keyText(table, key));
  const missing = [...always, ...(keys.length === 0 ? rows : [])].filter((row) => !keys.includes(keyOf(table, row)));
  const used = usedRows([[], ...there]);
  return missing.length === 0
    ? []
    : [
        appendRequest(
          sheetId,
          layout,
          missing.map((row) => cellsOf(table, row)),
        ),
        ...checkboxRequests(table, sheetId, layout, used, used + missing.length),
      ];
}

const cellsOf = (table: Table, row: object): Cells =>
  new Map(Object.keys(row).map((name) => [name, columnOf(table, name).write((row as Record<string, unknown>)[name])]));
