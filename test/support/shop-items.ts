import { LEAF_GENRES } from "../../workbench/rms/seed/genres.ts";
import type { Item, Variant } from "../../workbench/rms/shop/item.ts";

const variant: Variant = {
  restockOnCancel: false,
  backOrderFlag: false,
  features: { restockNotification: false, noshi: false },
  hidden: false,
  standardPrice: "500",
  articleNumber: { exemptionReason: 5 },
  shipping: { postageIncluded: false, singleItemShipping: 0, okihaiSetting: false },
};

/** A page of the shop, plain but for what is given; its SKUs by their システム連携用SKU番号, or with more of them. */
export function item(
  manageNumber: string,
  skus: Readonly<Record<string, string | Partial<Variant>>>,
  given: Partial<Item> = {},
): Item {
  const variants = Object.entries(skus).map(([id, sku]): [string, Variant] => [
    id,
    { ...variant, ...(typeof sku === "string" ? { merchantDefinedSkuId: sku } : sku) },
  ]);
  return {
    manageNumber,
    itemType: "NORMAL",
    title: `見本品 ${manageNumber}`,
    genreId: String(LEAF_GENRES[0]?.id),
    hideItem: false,
    unlimitedInventoryFlag: false,
    features: {
      searchVisibility: "ALWAYS_VISIBLE",
      displayNormalCartButton: true,
      displaySubscriptionCartButton: false,
      inventoryDisplay: "HIDDEN_STOCK",
      shopContact: false,
      review: "SHOP_SETTING",
      displayManufacturerContents: false,
      socialGiftFlag: false,
    },
    payment: { taxIncluded: true, cashOnDeliveryFeeIncluded: false },
    itemDisplaySequence: 1,
    layout: {
      itemLayoutId: 1,
      navigationId: 1,
      layoutSequenceId: 1,
      smallDescriptionId: 1,
      largeDescriptionId: 1,
      showcaseId: 1,
    },
    variants: Object.fromEntries(variants),
    created: "2026-10-01T10:00:00+09:00",
    updated: "2026-10-01T10:00:00+09:00",
    ...given,
  };
}
