import type { ProductCodeField } from "../../../../shop/product-code.ts";
import type { CsvColumn } from "./csv-columns.ts";
import type { CsvFile, CsvKind } from "./csv-file.ts";
import type { CsvListings, InSlices } from "./csv-listings.ts";
import { itemSelectListings } from "./item-select.ts";
import { normalItemListings } from "./normal-item.ts";

/** What the files say together; which of them says it does not matter, nor their order. */
export function* readListings(files: readonly CsvFile[]): InSlices<CsvListings> {
  const rowsOf = (kind: CsvKind) => files.filter((file) => file.kind === kind).flatMap(({ rows }) => rows);
  const now = yield* normalItemListings(rowsOf("normal-item"));
  const before = yield* itemSelectListings(rowsOf("item"), rowsOf("select"));
  return {
    listings: [...now.listings, ...before.listings],
    refused: [...now.refused, ...before.refused],
    unclear: new Set([...now.unclear, ...before.unclear]),
    hints: [...now.hints, ...before.hints],
  };
}

const columnOfField: Readonly<Record<ProductCodeField, CsvColumn>> = {
  manageNumber: "manageNumber",
  itemNumber: "itemNumber",
  variantId: "variantId",
  merchantSkuId: "merchantSkuId",
  jan: "catalogueId",
};

/** Whether some of the files have the column from which this product code is read. */
export const hasCode = (files: readonly CsvFile[], field: ProductCodeField): boolean =>
  files.some(({ columns }) => columns.has(columnOfField[field]));
