import { plainCode } from "../../shop/product-code.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import type { Sets } from "../sets/rules/sets.ts";
import { setTable } from "../sets/set-table.ts";
import type { CodeNames } from "./rules/code-names.ts";
import type { Figure } from "./rules/figures.ts";
import { type Makeable, makeableOf, NOT_MAKEABLE } from "./rules/makeable.ts";

/** How many of each set can be made, on every row of it. Nothing of a set that is refused. */
export function setCells(
  book: Book,
  { parts }: Sets,
  { nameOf }: CodeNames,
  figures: ReadonlyMap<string, Figure>,
): TableCells {
  const state = book.state(setTable);
  const bySet = new Map<string, Makeable>(
    [...parts].map(([set, own]) => [set, makeableOf(own, (code) => figures.get(nameOf(code)))]),
  );
  return rowsFor(
    setTable,
    "stock",
    [...state.rows.values()].map((row) => {
      const text = (name: "setCode" | "partCode") => String(cellAt(state, row, name) ?? "");
      const setCode = text("setCode");
      return { setCode, partCode: text("partCode"), ...(bySet.get(plainCode(setCode)) ?? NOT_MAKEABLE) };
    }),
  );
}
