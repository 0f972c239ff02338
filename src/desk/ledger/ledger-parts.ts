import type { Book } from "../../workbook/commit/book.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { LedgerPass } from "./ledger-pass.ts";

/** What a pass writes, in as many parts as commits it takes: entries before the rows that tell of them, packages whole. */
export function partsOf(
  book: Book,
  { cells, subjects, subjectOf }: Pick<LedgerPass, "cells" | "subjects" | "subjectOf">,
): TableCells[][] {
  const parts = fittingParts(book.plan(cells).changes, subjects, subjectOf);
  if (parts.length <= 1) return [[...cells]];
  const partOf = new Map(parts.flatMap((part, at) => part.map((subject): [string, number] => [subject, at])));
  return parts.map((_, at) =>
    cells.map(({ table, cells: rows }) => ({
      table,
      // What belongs to nobody comes with the first part.
      cells: new Map([...rows].filter(([key]) => (partOf.get(subjectOf(key, table)) ?? 0) === at)),
    })),
  );
}
