import type { ShopOrder } from "./order.ts";
import { type SearchKeys, searchKeys, seconds } from "./search-keys.ts";

/** All orders by number, and in the order of their 注文日時 so that a period is found by bisection. */
export interface OrderBook {
  get(orderNumber: string): ShopOrder | undefined;
  /** Adds the order or replaces the one of the same number. */
  put(order: ShopOrder): void;
  delete(orderNumber: string): void;
  /** Oldest first. */
  all(): readonly ShopOrder[];
  /** The keys of all orders, oldest first. */
  keys(): readonly SearchKeys[];
  /** The keys of orders placed from `start` to `end`, both included, oldest first. */
  placedBetween(start: number, end: number): readonly SearchKeys[];
  readonly size: number;
}

export function orderBook(orders: readonly ShopOrder[]): OrderBook {
  const byNumber = new Map(orders.map((order) => [order.orderNumber, order]));
  const sorted = [...byNumber.values()].map(searchKeys).sort(byTime);
  const placeOf = (keys: SearchKeys) => bisect(sorted, (each) => byTime(each, keys) < 0);
  const remove = (order: ShopOrder) => sorted.splice(placeOf(searchKeys(order)), 1);
  return {
    get: (orderNumber) => byNumber.get(orderNumber),
    put(order) {
      const keys = searchKeys(order);
      const known = byNumber.get(order.orderNumber);
      if (known && seconds(known.timeline.ordered) === keys.ordered) sorted[placeOf(keys)] = keys;
      else {
        if (known) remove(known);
        sorted.splice(placeOf(keys), 0, keys);
      }
      byNumber.set(order.orderNumber, order);
    },
    delete(orderNumber) {
      const known = byNumber.get(orderNumber);
      if (!known) return;
      remove(known);
      byNumber.delete(orderNumber);
    },
    all: () => sorted.map(({ order }) => order),
    keys: () => sorted,
    placedBetween(start, end) {
      const [from, to] = [Math.ceil(start / 1000), Math.floor(end / 1000)];
      return sorted.slice(
        bisect(sorted, ({ ordered }) => ordered < from),
        bisect(sorted, ({ ordered }) => ordered <= to),
      );
    },
    get size() {
      return byNumber.size;
    },
  };
}

function byTime(one: SearchKeys, other: SearchKeys): number {
  if (one.ordered !== other.ordered) return one.ordered - other.ordered;
  const [number, against] = [one.order.orderNumber, other.order.orderNumber];
  return number < against ? -1 : number > against ? 1 : 0;
}

/** The first index at which `before` no longer holds. */
function bisect<T>(values: readonly T[], before: (value: T) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(values[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
