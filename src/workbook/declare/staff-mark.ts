import * as z from "zod/mini";
import { parsedJson } from "../../core/json.ts";
import { type Cell, type Cells, isBlank } from "../cell.ts";
import { keyText } from "./key.ts";
import { sealOf } from "./seal.ts";
import { staffBlocks } from "./staff-blocks.ts";
import type { Table } from "./table.ts";

/** What a person has to settle: the cells may be those of another row, or lost, or something was pasted over the mark itself. */
export type Doubt = readonly [kind: "from" | "lost" | "pasted", what: string];

/** What stands in the hidden column beside people's cells: whose they are, and what they looked like at the last commit. */
export interface StaffMark {
  readonly key: string;
  readonly keyCells: readonly Cell[];
  /** The first part of the key: what people know the row by. */
  readonly name: string;
  readonly prints: readonly string[];
  /** Stays until a person changes one of the cells. */
  readonly doubt: Doubt | undefined;
}

const shape = z.tuple([
  z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  z.string(),
  z.optional(z.tuple([z.enum(["from", "lost", "pasted"]), z.string()])),
]);

/** Enough to know a value again. An unticked box is as good as an empty cell. */
export const printOf = (cell: Cell): string => (isBlank(cell) || cell === false ? "" : sealOf([cell]).slice(1, 6));

/** Ends in no digit: dragged down, a text that does counts upwards in Sheets. */
export const markText = (key: readonly Cell[], prints: readonly string[], doubt?: Doubt): string =>
  JSON.stringify([key, prints.join("."), ...(doubt === undefined ? [] : [doubt])]);

/** A row of a table together with the marks of its people's cells. */
export function withMarks(table: Table, cells: Cells): Cells {
  const key = table.key.map((part) => cells.get(part) ?? null);
  const marks = staffBlocks(table).map(({ key: name, columns }): [string, Cell] => [
    name,
    markText(
      key,
      columns.map((column) => printOf(cells.get(column) ?? null)),
    ),
  ]);
  return marks.length === 0 ? cells : new Map([...cells, ...marks]);
}

/** How the marks of one row begin; nothing else in a mark reads like it. */
export const markStartOf = (key: readonly Cell[]): string => `[${JSON.stringify(key)},`;

/** The same of a table whose key is one column. */
export const markStart = (key: string): string => markStartOf([key]);

/** Whether it is the mark of a row with this name, without taking it apart. */
export const namesRow = (text: Cell, name: string): boolean =>
  typeof text === "string" && text.startsWith(`[[${JSON.stringify(name)}`);

/** The mark of a row under its new key; what is no mark of such a row stays as it is. */
export function renamedMark(table: Table, text: Cell, renames: ReadonlyMap<string, string>): Cell {
  const key = markOf(table, text)?.key ?? "";
  const [from, to] = [markStart(key), renames.get(key)];
  return to !== undefined && String(text).startsWith(from) ? markStart(to) + String(text).slice(from.length) : text;
}

export function markOf(table: Table, text: Cell): StaffMark | undefined {
  if (typeof text !== "string" || !text.startsWith("[[")) return undefined;
  const read = z.safeParse(shape, parsedJson(text));
  if (!read.success) return undefined;
  const [key, prints, doubt] = read.data;
  return { key: keyText(table, key), keyCells: key, name: String(key[0] ?? ""), prints: prints.split("."), doubt };
}
