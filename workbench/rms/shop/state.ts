import { catalogue } from "../seed/catalogue.ts";
import type { OrderSeed } from "../seed/order.ts";
import { seededOrders } from "../seed/orders.ts";
import type { CatalogueEntry, Stock } from "./item.ts";
import { DAY, startOfDay } from "./jst.ts";
import type { ShopOrder } from "./order.ts";
import { type OrderBook, orderBook } from "./order-book.ts";
import type { QueuedReport } from "./shipping-report.ts";

export interface Keys {
  readonly serviceSecret: string;
  readonly licenseKey: string;
}

export interface ShopPlan extends OrderSeed {
  readonly orders: number;
  readonly skus: number;
}

export interface Licence {
  readonly keys: Keys;
  /** Instant of the last second in which the key works. */
  readonly expires: number;
  /** A key issued lately answers 401 until this instant. */
  readonly acceptedFrom: number;
  /** The keys before, where they go on working until their own expiry. */
  readonly former: { readonly keys: Keys; readonly expires: number } | null;
}

export type Mode = "open" | "readOnly" | "maintenance";

/** Everything that lives and changes in the shop. `touched` remembers what differs from the seeded shop, for saving. */
export interface ShopState {
  readonly plan: ShopPlan;
  readonly book: OrderBook;
  readonly entries: Map<string, CatalogueEntry>;
  readonly stocks: Map<string, Stock>;
  readonly touched: { readonly orders: Set<string>; readonly entries: Set<string> };
  readonly disabled: Set<string>;
  reports: readonly QueuedReport[];
  licence: Licence;
  mode: Mode;
  /** The next number of everything that gets one; numbers never come twice. */
  sequence: number;
}

/** One text for the pair; neither id may hold a line feed. */
export const stockKey = (manageNumber: string, variantId: string): string => `${manageNumber}\n${variantId}`;

/** The order of that number; throws where there is none. */
export function foundOrder({ book }: ShopState, orderNumber: string): ShopOrder {
  const order = book.get(orderNumber);
  if (!order) throw new RangeError(`There is no order ${orderNumber} in the shop.`);
  return order;
}

/** Every change of an order goes through here, so that it is saved. */
export function putOrder({ book, touched }: ShopState, order: ShopOrder): ShopOrder {
  touched.orders.add(order.orderNumber);
  book.put(order);
  return order;
}

/** The shop as its seed makes it. */
export function seededState(plan: ShopPlan, keys: Keys): ShopState {
  const { entries, stocks } = catalogue(plan.seed, plan.skus, plan.opening);
  return {
    plan,
    book: orderBook(seededOrders(plan.orders, plan, entries)),
    entries: new Map(entries.map((entry) => [entry.item.manageNumber, entry])),
    stocks: new Map(stocks.map((stock) => [stockKey(stock.manageNumber, stock.variantId), stock])),
    touched: { orders: new Set(), entries: new Set() },
    disabled: new Set(),
    reports: [],
    // A key lives until the last second of its 90th day; this one was issued a month ago.
    licence: { keys, expires: startOfDay(plan.opening) + 60 * DAY - 1000, acceptedFrom: 0, former: null },
    mode: "open",
    sequence: plan.orders,
  };
}
