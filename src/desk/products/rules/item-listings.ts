import type { Item } from "../../../shop/item.ts";
import type { WholePage } from "./draft.ts";
import type { Listing } from "./listing.ts";
import { unitOf } from "./pair.ts";

/** The SKUs of an item as the API tells them. It says nothing of 在庫タイプ 0, and no stock. */
export const listingsOf = (item: Item): Listing[] =>
  item.skus.map(({ variantId, merchantSkuId, catalogueId, variation, price, hidden }) => ({
    manageNumber: item.manageNumber,
    variantId,
    itemNumber: item.itemNumber,
    merchantSkuId,
    jan: catalogueId,
    name: item.name,
    variation,
    genreId: item.genreId,
    price,
    hidden: item.hidden || hidden,
    stockControl: item.uncounted ?? "counted",
    updatedAt: item.updatedAt,
  }));

export const pageOf = (item: Item): WholePage => ({
  manageNumber: item.manageNumber,
  units: listingsOf(item).map(unitOf),
});
