import { ifAny } from "../run/report.ts";
import type { Book } from "../workbook/commit/book.ts";
import { columnOf, type Table } from "../workbook/declare/table.ts";

const SHOWN = 3;

/** For the log: the rows of these sheets whose key people typed over, and which get it back. */
export const restoredKeys = (book: Book, tables: readonly Table[]): Record<string, number> =>
  Object.assign({}, ...tables.map((table) => restoredIn(book, table)));

function restoredIn(book: Book, table: Table): Record<string, number> {
  const { overtyped } = book.repair(table);
  const [first = ""] = table.key;
  const names = [...new Set(overtyped.map(({ cells }) => `「${cells.get(first) ?? ""}」`))];
  const shown = `${names.slice(0, SHOWN).join("")}${names.length > SHOWN ? "ほか" : ""}`;
  return ifAny(`「${table.sheet}」で書き換えられていた${columnOf(table, first).header}${shown}`, overtyped.length);
}
