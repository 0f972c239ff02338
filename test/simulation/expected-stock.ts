import type { OrderLine, ShopOrder } from "../../workbench/rms/shop/order.ts";
import { progressAt } from "../../workbench/rms/shop/timeline.ts";
import { plain } from "./books.ts";
import { codeOfLine, type Goods } from "./goods.ts";
import { type Desk, isExcluded, targetOf } from "./invariants/desk.ts";
import type { Recipes } from "./recipes.ts";
import { type Amounts, byParcel, type Entry, netOf, parcelOf, SHIPPED, UNSHIPPED } from "./stock-book.ts";

/** What the shop's orders speak for, by plain product code: from the orders themselves, without the product's code. */
export interface SpokenFor {
  readonly reserved: Amounts;
  readonly unshipped: Amounts;
  /** By a plain product code, what each order holds of it. */
  readonly orders: Readonly<Record<"reserved" | "unshipped", ReadonlyMap<string, Amounts>>>;
  /** In neither figure, and not to be offered again: what is on the list, and waits for a decision or left without the books. */
  readonly taken: Amounts;
}

/** Goods of one destination by plain product code. Sets are what they consist of; of one that is refused nobody can tell. */
export function goodsIn(goods: Goods, recipes: Recipes, lines: readonly OrderLine[]): Amounts {
  const units = new Map<string, number>();
  for (const line of lines) {
    const code = codeOfLine(goods, line);
    const recipe = recipes.get(code) ?? [{ code, units: 1 }];
    if (code === "" || recipe === "refused" || line.units <= 0) continue;
    for (const portion of recipe) {
      const part = plain(portion.code);
      units.set(part, (units.get(part) ?? 0) + portion.units * line.units);
    }
  }
  return units;
}

/** A destination with a set that nobody can take apart is not booked before people mend the set. */
export const isRefused = (goods: Goods, recipes: Recipes, lines: readonly OrderLine[]): boolean =>
  lines.some((line) => line.units > 0 && recipes.get(codeOfLine(goods, line)) === "refused");

/** Parcels whose goods have left by the books. */
export function bookedOut(entries: readonly Entry[]): Set<string> {
  return new Set(
    [...byParcel(entries)].flatMap(([parcel, own]) => (netOf(own, [SHIPPED, UNSHIPPED]).size > 0 ? [parcel] : [])),
  );
}

/** Orders whose payment method is excluded speak for nothing, unless they are on the list and will be shipped from there. */
export function spokenFor(
  desk: Desk,
  goods: Goods,
  booked: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): SpokenFor {
  const reserved = new Map<string, number>();
  const unshipped = new Map<string, number>();
  const taken = new Map<string, number>();
  const orders = {
    reserved: new Map<string, Map<string, number>>(),
    unshipped: new Map<string, Map<string, number>>(),
  };
  const behind = (sums: Amounts) =>
    sums === reserved ? orders.reserved : sums === unshipped ? orders.unshipped : undefined;
  const sumsOf = (order: ShopOrder): Map<string, number> | undefined => {
    const isListed = listed.has(order.orderNumber);
    const progress = progressAt(order.timeline, desk.now);
    if (progress > 300) return isListed && progress < 800 ? taken : undefined;
    if (isExcluded(desk, order) && !isListed) return undefined;
    return progress >= (targetOf(desk, order) ?? 0) ? reserved : unshipped;
  };
  for (const order of desk.orders.values()) {
    const sums = sumsOf(order);
    if (sums === undefined) continue;
    for (const { basketId, lines } of order.packages) {
      if (booked.has(parcelOf(order.orderNumber, basketId))) continue;
      for (const [code, units] of goodsIn(goods, desk.recipes, lines)) {
        sums.set(code, (sums.get(code) ?? 0) + units);
        const own = behind(sums);
        const some = own?.get(code) ?? new Map<string, number>();
        own?.set(code, some.set(order.orderNumber, (some.get(order.orderNumber) ?? 0) + units));
      }
    }
  }
  return { reserved, unshipped, taken, orders };
}
