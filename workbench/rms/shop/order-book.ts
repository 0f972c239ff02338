import type { ShopOrder } from "./order.ts";

/** All orders by number, and in the order of their 注文日時 so that a period is found by bisection. */
export interface OrderBook {
  get(orderNumber: string): ShopOrder | undefined;
  /** Adds the order or replaces the one of the same number. */
  put(order: ShopOrder): void;
  delete(orderNumber: string): void;
  /** Oldest first. */
  all(): readonly ShopOrder[];
  /** Orders placed from `start` to `end`, both included, oldest first. */
  placedBetween(start: number, end: number): readonly ShopOrder[];
  readonly size: number;
}

export function orderBook(orders: readonly ShopOrder[]): OrderBook {
  const byNumber = new Map(orders.map((order) => [order.orderNumber, order]));
  const sorted = [...byNumber.values()].sort(byTime);
  const placeOf = (order: ShopOrder) => bisect(sorted, (each) => byTime(each, order) < 0);
  const remove = (order: ShopOrder) => sorted.splice(placeOf(order), 1);
  return {
    get: (orderNumber) => byNumber.get(orderNumber),
    put(order) {
      const known = byNumber.get(order.orderNumber);
      if (known?.timeline.ordered === order.timeline.ordered) sorted[placeOf(known)] = order;
      else {
        if (known) remove(known);
        sorted.splice(placeOf(order), 0, order);
      }
      byNumber.set(order.orderNumber, order);
    },
    delete(orderNumber) {
      const known = byNumber.get(orderNumber);
      if (!known) return;
      remove(known);
      byNumber.delete(orderNumber);
    },
    all: () => sorted,
    placedBetween: (start, end) =>
      sorted.slice(
        bisect(sorted, ({ timeline }) => timeline.ordered < start),
        bisect(sorted, ({ timeline }) => timeline.ordered <= end),
      ),
    get size() {
      return byNumber.size;
    },
  };
}

const byTime = (one: ShopOrder, other: ShopOrder): number =>
  one.timeline.ordered - other.timeline.ordered ||
  (one.orderNumber < other.orderNumber ? -1 : one.orderNumber > other.orderNumber ? 1 : 0);

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
