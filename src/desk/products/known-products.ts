import type { Book } from "../../workbook/commit/book.ts";
import type { RowOf } from "../../workbook/declare/row.ts";
import { valuesOf } from "../../workbook/read/snapshot.ts";
import { stockTable } from "../stock/stock-table.ts";
import { productTable } from "./product-table.ts";
import type { KnownProduct, KnownProducts } from "./rules/product.ts";

/** 商品マスタ and 在庫 as a merge has to know them. A tick counts on its own row, and not where it may have come from another. */
export function knownProducts(book: Book): KnownProducts {
  const state = book.state(productTable);
  const isProven = book.proven(productTable);
  return {
    products: [...state.rows].map(([key, row]) => {
      const product = productOf(valuesOf<typeof productTable>(state, row));
      return { ...product, confirmed: product.confirmed && isProven(key) };
    }),
    stocked: [...book.state(stockTable).rows.keys()],
  };
}

/** Without what is no concern of a merge: it may travel to a panel. */
const productOf = ({
  location,
  safetyStock,
  stockBuffer,
  stockShare,
  stockLimit,
  stockFloor,
  staffKey,
  memo,
  seal,
  ...product
}: RowOf<typeof productTable>): KnownProduct => product;
