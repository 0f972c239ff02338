import type { Cell, Cells } from "../cell.ts";
import { appendRequest } from "../commit/requests.ts";
import { boxRequests } from "../declare/box.ts";
import { formulaRequests } from "../declare/formula.ts";
import { keyOf, keyText } from "../declare/key.ts";
import { cellsIn, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import { hasKey, usedRows } from "../read/snapshot.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** People's columns too: a seed is the one row of ours that fills them. `there` are the rows of the sheet, by its own columns. */
export function seedRequests(
  table: Table,
  sheetId: number,
  layout: Layout,
  there: readonly (readonly Cell[])[],
): Request[] {
  const missing = missingSeeds(table, layout, there);
  if (missing.length === 0) return [];
  const used = usedRows([[], ...there]);
  return [
    appendRequest(sheetId, layout, missing),
    ...boxRequests(
      table,
      sheetId,
      layout,
      missing.map((cells, below) => ({ index: used + below, cell: (name) => cells.get(name) ?? null })),
    ),
    ...formulaRequests(table, sheetId, layout, used, used + missing.length),
  ];
}

/** Where each row with a key stands once the missing ones are there. */
export function rowsAfterSeeds(
  table: Table,
  layout: Layout,
  there: readonly (readonly Cell[])[],
): ReadonlyMap<string, number> {
  const keys = there.map((row) =>
    keyText(
      table,
      table.key.map((name) => row[placeOf(layout, name)] ?? null),
    ),
  );
  const used = usedRows([[], ...there]);
  const missing = missingSeeds(table, layout, there).map((cells) =>
    keyText(
      table,
      table.key.map((name) => cells.get(name) ?? null),
    ),
  );
  // Of rows with one key the first counts.
  return new Map([
    ...missing.map((key, at) => [key, used + at] as const),
    ...keys.map((key, at) => [key, 1 + at] as const).reverse(),
  ]);
}

function missingSeeds(table: Table, layout: Layout, there: readonly (readonly Cell[])[]): Cells[] {
  const { rows, always = [] } = table.seeds ?? { rows: [] };
  const keys = there.filter(hasKey(table, layout)).map((row) =>
    keyText(
      table,
      table.key.map((name) => row[placeOf(layout, name)] ?? null),
    ),
  );
  return [...always, ...(keys.length === 0 ? rows : [])]
    .filter((row) => !keys.includes(keyOf(table, row)))
    .map((row) => cellsIn(table, Object.keys(row), row));
}
