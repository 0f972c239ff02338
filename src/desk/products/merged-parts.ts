import type { Book } from "../../workbook/commit/book.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import { changeBytes } from "../../workbook/commit/change-set.ts";
import { renamesFor } from "../../workbook/commit/rename.ts";
import { stockTable } from "../stock/stock-table.ts";
import { productCells } from "./product-cells.ts";
import { productTable } from "./product-table.ts";
import type { Merged } from "./rules/merge.ts";

/** New codes of rows in both sheets, and what is to stand in the rows under their new codes. */
export const mergedCells = (merged: Merged): TableCells[] => {
  const renames = new Map(merged.renames.map(({ from, to }) => [from, to]));
  return [renamesFor(productTable, renames), renamesFor(stockTable, renames), ...productCells(merged)];
};

/** Google recommends two million bytes a request at most; log, marks and formats want their share of them. */
const MOST_BYTES = 1_600_000;

/** What a merge writes, in as many parts as commits it takes: one at least. New codes of rows come with the first. */
export function mergedParts(book: Book, merged: Merged): Merged[] {
  const sizes = new Map<string, number>();
  for (const change of book.plan(mergedCells(merged)).changes.values())
    for (const [code, bytes] of changeBytes(change)) sizes.set(code, (sizes.get(code) ?? 0) + bytes);
  const parts: Set<string>[] = [];
  let left = 0;
  for (const [code, bytes] of sizes) {
    left -= bytes;
    const last = parts[parts.length - 1];
    if (last !== undefined && left >= 0) last.add(code);
    else {
      parts.push(new Set([code]));
      left = MOST_BYTES - bytes;
    }
  }
  if (parts.length <= 1) return [merged];
  return parts.map((codes, at) => ({
    changes: merged.changes.filter(({ row }) => codes.has(row.productCode)),
    renames: at === 0 ? merged.renames : [],
    stock: merged.stock.filter(({ productCode }) => codes.has(productCode)),
    shopStock: merged.shopStock.filter(({ productCode }) => codes.has(productCode)),
    refusals: at === 0 ? merged.refusals : [],
  }));
}
