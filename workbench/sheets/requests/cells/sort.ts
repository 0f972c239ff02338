import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import type { Rect } from "../../book/grid-range.ts";
import { requireSheet, type Workbook } from "../../book/workbook.ts";
import { valueAt } from "../../formulas/evaluation.ts";
import type { Value } from "../../formulas/value.ts";

type SortSpec = sheets_v4.Schema$SortSpec;

/** The rows of a rectangle in sorted order: numbers, texts, FALSE, TRUE, errors; empty cells last in either direction. */
export function sortedRows(book: Workbook, rect: Rect, specs: readonly SortSpec[]): number[] {
  const sheet = requireSheet(book, rect.sheetId);
  const collator = new Intl.Collator((book.properties.locale ?? "en_US").replace("_", "-"), { sensitivity: "accent" });
  const keys = specs.map((spec) => keyOf(spec, rect));
  const all = Array.from({ length: rect.endRow - rect.startRow }, (_, i) => rect.startRow + i);
  const moving = all.filter((row) => !sheet.parts.rows[row]?.hiddenByUser);
  const rows = moving.map((row) => ({ row, values: keys.map(({ column }) => valueAt(book, sheet, row, column)) }));
  rows.sort((a, b) => {
    for (const [i, { descending }] of keys.entries()) {
      const order = compare(a.values[i], b.values[i], descending, collator);
      if (order !== 0) return order;
    }
    return a.row - b.row;
  });
  // A hidden row stays where it is; the others are sorted into the places that are left.
  const sorted = rows[Symbol.iterator]();
  return all.map((row) => (sheet.parts.rows[row]?.hiddenByUser ? row : (sorted.next().value?.row ?? row)));
}

function keyOf({ dimensionIndex, sortOrder, ...rest }: SortSpec, rect: Rect): { column: number; descending: boolean } {
  if (rest.foregroundColor || rest.backgroundColor || rest.foregroundColorStyle || rest.backgroundColorStyle)
    throw invalid("workbench: sorting by colour is not implemented");
  const column = dimensionIndex ?? 0;
  if (column < rect.startColumn || column >= rect.endColumn)
    throw invalid(`sortSpecs.dimensionIndex[${column}] is not within the range.`);
  return { column, descending: sortOrder === "DESCENDING" };
}

function compare(a: Value | undefined, b: Value | undefined, descending: boolean, collator: Intl.Collator): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order = rank(a) - rank(b) || within(a, b, collator);
  return descending ? -order : order;
}

const rank = (value: Value): number =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 3;

function within(a: Value, b: Value, collator: Intl.Collator): number {
  if (typeof a === "string" && typeof b === "string") return collator.compare(a, b);
  return typeof a === "object" || typeof b === "object" ? 0 : Number(a) - Number(b);
}
