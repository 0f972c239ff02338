import type { Book } from "../../workbook/commit/book.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import { productCells } from "./product-cells.ts";
import type { Merged } from "./rules/merge.ts";

/**
 * What a merge writes, in as many parts as commits it takes: one at least. New codes of rows come with the first, and with them
 * what 在庫 is to remember of the former ones.
 */
export function mergedParts(book: Book, merged: Merged): Merged[] {
  const { changes, renames, stock, shopStock, refusals } = merged;
  const plan = book.plan(productCells(book, merged));
  const named = new Map(renames.map(({ from, to }) => [from, to]));
  const isNamed = new Set(named.values());
  const codes = new Set([...changes.map(({ row }) => row.productCode), ...stock.map(({ productCode }) => productCode)]);
  const parts = fittingParts(plan.changes, [...codes], (code) => named.get(code) ?? code);
  if (parts.length === 1) return [merged];
  return parts.map((part, at) => {
    const those = new Set(part);
    const isAmong = ({ productCode }: { readonly productCode: string }) => those.has(productCode);
    return {
      changes: changes.filter(({ row }) => isAmong(row)),
      renames: at === 0 ? renames : [],
      stock: stock.filter((row) => isAmong(row) || (at === 0 && isNamed.has(row.productCode))),
      shopStock: shopStock.filter(isAmong),
      refusals: at === 0 ? refusals : [],
    };
  });
}
