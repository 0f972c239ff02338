import type { CatalogueEntry } from "../shop/item.ts";
import { DAY } from "../shop/jst.ts";
import type { ShopOrder } from "../shop/order.ts";
import { drawOrder, type OrderSeed } from "./order.ts";
import { type Sku, skusOf } from "./order-line.ts";
import { random } from "./random.ts";

/** `count` orders of the shop, oldest first. The same seed and opening give the same orders. */
export function seededOrders(count: number, wish: OrderSeed, entries: readonly CatalogueEntry[]): ShopOrder[] {
  const skus = skusOf(entries);
  if (skus.length === 0) return [];
  return Array.from({ length: count }, (_, index) => seededOrder(index, count, wish, skus));
}

/** One order, placed at its share of the period: the one with the highest index is the youngest. */
function seededOrder(index: number, count: number, wish: OrderSeed, skus: readonly Sku[]): ShopOrder {
  const draw = random(wish.seed, "order", index);
  const share = (index + draw.next()) / count;
  const ordered = Math.floor((wish.opening - (1 - share) * wish.days * DAY) / 1000) * 1000;
  return drawOrder(draw, index, ordered, wish, skus);
}
