import type { CatalogueEntry, Item } from "../shop/item.ts";
import type { OrderLine } from "../shop/order.ts";
import type { Random } from "./random.ts";

export interface Sku {
  readonly entry: CatalogueEntry;
  readonly variantId: string;
}

export const skusOf = (entries: readonly CatalogueEntry[]): Sku[] =>
  entries.flatMap((entry) => Object.keys(entry.item.variants).map((variantId) => ({ entry, variantId })));

/** An order line as the shop's page sold it: what the item said then, kept even when the item changes. */
export function drawLine(draw: Random, itemDetailId: number, { entry, variantId }: Sku, migrated: boolean): OrderLine {
  const { item } = entry;
  const variant = item.variants[variantId]!;
  const skuInfo = item.variantSelectors
    ?.map(({ key, displayName }) => `${displayName}:${variant.selectorValues?.[key]}`)
    .join("\n");
  return {
    itemDetailId,
    itemId: entry.itemId,
    itemName: item.title,
    itemNumber: migrated ? (item.itemNumber ?? null) : formerNumber(item, variantId),
    manageNumber: item.manageNumber,
    sku: migrated
      ? {
          variantId,
          merchantDefinedSkuId: variant.merchantDefinedSkuId ?? null,
          skuInfo: skuInfo ?? null,
        }
      : null,
    price: Number(variant.standardPrice ?? variant.subscriptionPrice?.basePrice ?? 0),
    units: draw.weighted(UNITS),
    taxRate: Number(item.payment.taxRate ?? 0.1),
    includeTax: item.payment.taxIncluded,
    includePostage: variant.shipping.postageIncluded,
    includeCod: item.payment.cashOnDeliveryFeeIncluded,
    selectedChoice: item.customizationOptions?.map(({ displayName }) => `${displayName}:希望する`).join("\n") ?? null,
    pointRate: item.pointCampaign?.benefits.pointRate ?? 1,
    inventoryType: item.variantSelectors === undefined ? 1 : 2,
    delvdateInfo:
      variant.normalDeliveryDateId === undefined ? null : `${variant.normalDeliveryDateId}営業日以内に発送します。`,
    singleItemShipping: variant.shipping.singleItemShipping,
  };
}

const UNITS: readonly [number, number][] = [
  [80, 1],
  [12, 2],
  [5, 3],
  [3, 10],
];

/** Before the SKU migration the numbers of the chosen options hung on the item's own. */
function formerNumber(item: Item, variantId: string): string {
  const choice = item.variantSelectors === undefined ? "" : `-c${Object.keys(item.variants).indexOf(variantId) + 1}`;
  return `${item.itemNumber ?? item.manageNumber}${choice}`;
}
