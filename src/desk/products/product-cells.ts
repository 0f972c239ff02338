import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { renamesFor } from "../../workbook/commit/rename.ts";
import { stockTable } from "../stock/stock-table.ts";
import { productTable } from "./product-table.ts";
import type { Merged } from "./rules/merge.ts";

/** All that a merge writes. */
export function productCells({ changes, renames, stock, shopStock }: Merged): TableCells[] {
  const codes = new Map(renames.map(({ from, to }) => [from, to]));
  const rows = changes.map(({ row }) => row);
  return [
    renamesFor(productTable, codes),
    renamesFor(stockTable, codes),
    rowsFor(productTable, "products", rows),
    rowsFor(stockTable, "products", stock),
    rowsFor(stockTable, "shopStock", shopStock),
  ];
}
