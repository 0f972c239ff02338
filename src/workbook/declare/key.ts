import type { Cell } from "../cell.ts";
import { columnOf, type Table } from "./table.ts";

/** Joined with a character that no order number, id or SKU contains. */
export const keyText = ({ plain = [] }: Table, cells: readonly Cell[]): string =>
  cells
    .map((cell, at) => {
      const typed = cell === null ? "" : String(cell);
      return plain[at]?.(typed) ?? typed;
    })
    .join("\u001f");

/** By the values of the key's columns. */
export const keyOf = (table: Table, row: object): string =>
  keyText(
    table,
    table.key.map((name) => columnOf(table, name).write((row as Record<string, unknown>)[name])),
  );
