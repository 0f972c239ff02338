import type { Book } from "../../workbook/commit/book.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { setTable } from "../sets/set-table.ts";
import type { StockPass } from "./stock-pass.ts";

/**
 * What a pass writes, in as many parts as commits it takes: one at least. What moved comes before the figures that say so,
 * and what belongs to one package, or to one product, comes together.
 */
export function stockParts(
  book: Book,
  { cells, parts: { subjects, subjectOf } }: StockPass,
): (readonly TableCells[])[] {
  const { changes } = book.plan(cells);
  const subject = (key: string, table: Table) => (table === setTable ? SETS : subjectOf(key, table));
  const all = new Set(subjects);
  for (const { table, cells: own } of cells) for (const key of own.keys()) all.add(subject(key, table));
  const parts = fittingParts(changes, [...all], subject);
  if (parts.length === 1) return [cells];
  return parts.map((part) => {
    const those = new Set(part);
    return cells.map(({ table, cells: own, ...rest }) => ({
      ...rest,
      table,
      cells: new Map([...own].filter(([key]) => those.has(subject(key, table)))),
    }));
  });
}

/** Few rows, after all that they are computed from. */
const SETS = "セット商品";
