import type { LineSpec } from "../../../workbench/rms/shop/order-builder.ts";
import { liveItems } from "../goods.ts";
import type { World } from "../world.ts";
import type { Step } from "./step.ts";

/** A line of what the shop has on its pages, no more than it has in stock: RMS sells nothing else. */
export function goodsLine({ shop, dice }: World): LineSpec | undefined {
  const offers = liveItems(shop).flatMap((item) =>
    Object.entries(item.variants).flatMap(([variantId, variant]) => {
      const quantity = shop.stock(item.manageNumber, variantId)?.quantity ?? 0;
      return quantity === 0 ? [] : [{ item, variantId, variant, quantity }];
    }),
  );
  if (offers.length === 0) return undefined;
  const { item, variantId, variant, quantity } = dice.pick(offers);
  return {
    manageNumber: item.manageNumber,
    itemName: item.title,
    itemNumber: item.itemNumber ?? null,
    sku: { variantId, merchantDefinedSkuId: variant.merchantDefinedSkuId ?? null, skuInfo: null },
    units: dice.int(1, Math.min(5, quantity)),
    price: Number(variant.standardPrice ?? 100),
  };
}

/** Somebody buys at this very moment, whatever run is under way. */
export const sell: Step = {
  name: "a sale",
  by: "shop",
  weight: 5,
  act(world) {
    const { shop, dice } = world;
    const line = goodsLine(world);
    if (line === undefined || shop.orders().length >= MANY) return undefined;
    const { orderNumber } = shop.add({
      lines: [line],
      progress: dice.pick([100, 200, 300, 300]),
      ordered: new Date(shop.now()),
    });
    return `shop: ${line.units} of ${line.manageNumber}/${line.sku?.variantId} are sold by ${orderNumber}`;
  },
};

/** While RMS is slow, the search for more would take longer than a run may. */
export const MANY = 50;

/** The shop counts on RMS's own screen, mostly what is scarce, and also what RMS has no figure of yet. */
export const setShopStock: Step = {
  name: "a stock figure is set in RMS",
  by: "shop",
  weight: 1,
  act({ shop, dice, shelf }) {
    const item = dice.pick(liveItems(shop));
    const variantId = dice.pick(Object.keys(item.variants));
    const quantity = dice.int(0, 12);
    shelf.setByHand(item.manageNumber, variantId, quantity);
    return `shop: ${item.manageNumber}/${variantId} has ${quantity} in stock`;
  },
};
