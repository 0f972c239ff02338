import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { stockTable } from "../stock/stock-table.ts";
import { productTable } from "./product-table.ts";
import type { Merged } from "./rules/merge.ts";

/** What a merge writes, once its renames are done. */
export const productCells = ({ changes, stock, shopStock }: Merged): TableCells[] => [
  rowsFor(
    productTable,
    "products",
    changes.map(({ row }) => row),
  ),
  rowsFor(stockTable, "products", stock),
  rowsFor(stockTable, "shopStock", shopStock),
];
