import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { renamesFor } from "../../workbook/commit/rename.ts";
import { codesAfter } from "../stock/former-codes.ts";
import { stockTable } from "../stock/stock-table.ts";
import { productTable } from "./product-table.ts";
import type { Merged } from "./rules/merge.ts";

/** All that a merge writes. */
export function productCells(book: Pick<Book, "state">, { changes, renames, stock, shopStock }: Merged): TableCells[] {
  const codes = new Map(renames.map(({ from, to }) => [from, to]));
  const former = new Map(renames.map(({ from, to }) => [to, from]));
  const stocked = book.state(stockTable);
  const rows = changes.map(({ row }) => row);
  return [
    renamesFor(productTable, codes),
    renamesFor(stockTable, codes),
    rowsFor(productTable, "products", rows),
    rowsFor(
      stockTable,
      "products",
      stock.map((row) => ({
        ...row,
        ledgerCodes: codesAfter(stocked, row.productCode, former.get(row.productCode)),
      })),
    ),
    rowsFor(stockTable, "shopStock", shopStock),
  ];
}
