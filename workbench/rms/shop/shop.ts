import { skusOf } from "../seed/order-line.ts";
import { drawOrder } from "../seed/orders.ts";
import { random } from "../seed/random.ts";
import { PROGRESS, type Progress } from "./codes.ts";
import type { CatalogueEntry, Item, Stock } from "./item.ts";
import { DAY, itemTime, MINUTE, startOfDay } from "./jst.ts";
import type { ChangeRecord, Person, ShopOrder } from "./order.ts";
import { buildOrder, type OrderSpec } from "./order-builder.ts";
import {
  applyReport,
  type OrderReport,
  type OrderResult,
  type QueuedReport,
  type ShippingEntry,
} from "./shipping-report.ts";
import { type Keys, type Mode, type ShopState, stockKey } from "./state.ts";
import { confirmedFrom, placedAt, progressAt } from "./timeline.ts";

/** What buyer or shop changed in an order. `address` and `units` concern the destination `basketId`, or the first. */
export type OrderPatch = Partial<Omit<ShopOrder, "orderNumber" | "timeline">> & {
  readonly basketId?: number;
  readonly address?: Partial<Person>;
  /** A quantity for every line, or quantities by itemDetailId. */
  readonly units?: number | Readonly<Record<number, number>>;
};

export interface CancelOptions {
  /** The goods go back on the shelf. */
  readonly restock?: boolean;
  /** 800 キャンセル確定待ち or 900 キャンセル確定 */
  readonly progress?: 800 | 900;
  readonly changeReasonDetail?: number;
}

/** The hand that runs the shop in tests, in the simulation and on the page: everything that people do outside the API. */
export interface Shop {
  readonly state: ShopState;
  now(): number;
  orders(): readonly ShopOrder[];
  find(orderNumber: string): ShopOrder | undefined;
  progress(orderNumber: string): Progress;
  /** A complete valid order from the parts that matter; not yet in the shop. */
  order(spec?: OrderSpec): ShopOrder;
  /** Places an order, complete or from its parts. */
  add(order?: ShopOrder | OrderSpec): ShopOrder;
  /** `count` drawn orders arrive now. */
  receive(count: number): readonly ShopOrder[];
  change(orderNumber: string, patch: OrderPatch | ((order: ShopOrder) => ShopOrder)): ShopOrder;
  setProgress(orderNumber: string, progress: Progress): ShopOrder;
  confirm(orderNumber: string): ShopOrder;
  cancel(orderNumber: string, options?: CancelOptions): ShopOrder;
  /** Reports every destination as shipped, as the shop's staff can on RMS's own screen. */
  ship(orderNumber: string, entry?: ShippingEntry): ShopOrder;
  /** The order vanishes, as after 730 days. */
  remove(orderNumber: string): void;

  report(report: OrderReport): OrderResult;
  /** Queues a report that is carried out `delay` milliseconds from now. */
  queue(requestId: string, orders: readonly OrderReport[], delay: number): void;
  /** The results of a queued report, once it has been carried out. */
  results(requestId: string): readonly OrderResult[] | undefined;
  reports(): readonly QueuedReport[];
  nextId(): number;

  items(): readonly CatalogueEntry[];
  putItem(item: Item): void;
  /** The item stays in the search index under its manageNumber for a day. */
  removeItem(manageNumber: string): void;
  stock(manageNumber: string, variantId: string): Stock | undefined;
  setStock(
    manageNumber: string,
    variantId: string,
    quantity: number,
    more?: Pick<Stock, "operationLeadTime" | "shipFromIds">,
  ): void;
  moveStock(manageNumber: string, variantId: string, difference: number): void;
  removeStock(manageNumber: string, variantId: string): void;

  setMode(mode: Mode): void;
  /** Switches functions off as the shop can in RMS, by their names in routes.ts. */
  disable(...functions: readonly string[]): void;
  enable(...functions: readonly string[]): void;
  /** A new licence key that is accepted after `pendingMinutes`; the old one dies at once unless it is kept. */
  changeKeys(keys: Keys, options?: { readonly pendingMinutes?: number; readonly keepOld?: boolean }): void;
  /** The key stops working after this instant. */
  expireAt(instant: Date): void;
}

export function shopOf(state: ShopState, clock: () => Date): Shop {
  const now = () => clock().getTime();
  const nextId = () => ++state.sequence;
  const { book, stocks, entries, touched, plan } = state;

  const found = (orderNumber: string): ShopOrder => {
    const order = book.get(orderNumber);
    if (!order) throw new RangeError(`There is no order ${orderNumber} in the shop.`);
    return order;
  };
  const put = (order: ShopOrder): ShopOrder => {
    touched.orders.add(order.orderNumber);
    book.put(order);
    return order;
  };
  const moveStock = (manageNumber: string, variantId: string, difference: number) => {
    const known = stocks.get(stockKey(manageNumber, variantId));
    if (!known || difference === 0) return;
    const quantity = Math.min(99_999, Math.max(0, known.quantity + difference));
    stocks.set(stockKey(manageNumber, variantId), { ...known, quantity, updated: now() });
  };
  /** Goods that an order takes from the shelf (-1) or gives back (1). */
  const moveGoods = (order: ShopOrder, sign: 1 | -1) => {
    for (const { manageNumber, sku, units } of order.packages.flatMap((each) => each.lines)) {
      if (sku) moveStock(manageNumber, sku.variantId, sign * units);
    }
  };
  const changeRecord = (changeType: number, reason: number | null): ChangeRecord => {
    const instant = Math.floor(now() / 1000) * 1000;
    return {
      changeId: nextId(),
      changeType,
      changeTypeDetail: null,
      changeReason: reason === null ? null : 1,
      changeReasonDetail: reason,
      applied: instant,
      fixed: instant,
      completed: instant,
    };
  };
  const settle = () => {
    const instant = now();
    if (!state.reports.some(({ due, results }) => !results && due <= instant)) return;
    const inOrder = [...state.reports].sort((one, other) => one.due - other.due);
    for (const queued of inOrder.filter(({ due, results }) => !results && due <= instant)) {
      const results = queued.orders.map((order) => report(order, queued.due));
      state.reports = state.reports.map((each) => (each === queued ? { ...queued, results } : each));
    }
  };
  const report = (wanted: OrderReport, instant: number): OrderResult => {
    const context = { now: Math.floor(instant / 1000) * 1000, timeFactor: plan.timeFactor, nextId };
    const { order, outcomes } = applyReport(book.get(wanted.orderNumber), wanted, context);
    if (order) put(order);
    return { orderNumber: wanted.orderNumber, outcomes };
  };

  const shop: Shop = {
    state,
    now,
    orders() {
      settle();
      return book.all();
    },
    find(orderNumber) {
      settle();
      return book.get(orderNumber);
    },
    progress(orderNumber) {
      settle();
      return progressAt(found(orderNumber).timeline, now());
    },
    order: (spec = {}) => buildOrder(spec, { shopId: plan.shopId, now: now(), nextId }),
    add(given = {}) {
      const order = isComplete(given) ? given : shop.order(given);
      if (book.get(order.orderNumber)) throw new RangeError(`Order ${order.orderNumber} is in the shop already.`);
      moveGoods(order, -1);
      return put(order);
    },
    receive(count) {
      const skus = skusOf([...entries.values()]);
      return Array.from({ length: count }, () => {
        const index = nextId();
        return shop.add(
          drawOrder(
            random(plan.seed, "order", index),
            index,
            Math.floor(now() / 1000) * 1000,
            { ...plan, opening: now() },
            skus,
          ),
        );
      });
    },
    change(orderNumber, patch) {
      settle();
      const order = found(orderNumber);
      const changed = typeof patch === "function" ? patch(order) : patched(order, patch);
      moveGoods(order, 1);
      moveGoods(changed, -1);
      return put(changed);
    },
    setProgress(orderNumber, progress) {
      settle();
      const order = found(orderNumber);
      return put({ ...order, timeline: placedAt(order.timeline, progress, Math.floor(now() / 1000) * 1000) });
    },
    confirm(orderNumber) {
      settle();
      const order = found(orderNumber);
      const timeline = confirmedFrom(order, Math.floor(now() / 1000) * 1000, plan.timeFactor);
      return put({ ...order, timeline, changes: [...order.changes, changeRecord(8, null)] });
    },
    cancel(orderNumber, { restock = true, progress = PROGRESS.cancelled, changeReasonDetail = 1 } = {}) {
      settle();
      const order = found(orderNumber);
      if (restock && order.timeline.aside === null) moveGoods(order, 1);
      const timeline = placedAt(order.timeline, progress, now());
      return put({ ...order, timeline, changes: [...order.changes, changeRecord(2, changeReasonDetail)] });
    },
    ship(orderNumber, entry = {}) {
      settle();
      const { packages } = found(orderNumber);
      const shippingDate = itemTime(now()).slice(0, 10);
      const record = {
        deliveryCompany: "1001",
        shippingNumber: String(nextId()).padStart(12, "0"),
        shippingDate,
        ...entry,
      };
      const baskets = packages.map(({ basketId }) => ({ basketId, entries: [record] }));
      const { outcomes } = report({ orderNumber, baskets }, now());
      const refused = outcomes.find(({ dataNumber }) => dataNumber === null);
      if (refused) throw new RangeError(`Order ${orderNumber} cannot be shipped: ${refused.kind}.`);
      return found(orderNumber);
    },
    remove(orderNumber) {
      touched.orders.add(orderNumber);
      book.delete(orderNumber);
    },

    report(wanted) {
      settle();
      return report(wanted, now());
    },
    queue(requestId, orders, delay) {
      state.reports = [...state.reports, { requestId, orders, due: now() + delay }];
    },
    results(requestId) {
      settle();
      return state.reports.find((each) => each.requestId === requestId)?.results;
    },
    reports() {
      settle();
      return state.reports;
    },
    nextId,

    items: () => [...entries.values()],
    putItem(item) {
      const known = entries.get(item.manageNumber);
      touched.entries.add(item.manageNumber);
      const fresh = { itemId: 20_000_000 + state.sequence, categoryIds: [], review: { count: 0, averageRating: 0 } };
      const { deletedAt: _gone, ...kept } = known ?? (fresh as Omit<CatalogueEntry, "item">);
      if (!known) nextId();
      entries.set(item.manageNumber, { ...kept, item: { ...item, updated: itemTime(now()) } });
    },
    removeItem(manageNumber) {
      const known = entries.get(manageNumber);
      if (!known) throw new RangeError(`There is no item ${manageNumber} in the shop.`);
      touched.entries.add(manageNumber);
      entries.set(manageNumber, { ...known, deletedAt: now() });
    },
    stock: (manageNumber, variantId) => stocks.get(stockKey(manageNumber, variantId)),
    setStock(manageNumber, variantId, quantity, more = {}) {
      const created = stocks.get(stockKey(manageNumber, variantId))?.created ?? now();
      stocks.set(stockKey(manageNumber, variantId), {
        manageNumber,
        variantId,
        quantity,
        ...more,
        created,
        updated: now(),
      });
    },
    moveStock,
    removeStock: (manageNumber, variantId) => void stocks.delete(stockKey(manageNumber, variantId)),

    setMode(mode) {
      state.mode = mode;
    },
    disable(...functions) {
      for (const name of functions) state.disabled.add(name);
    },
    enable(...functions) {
      for (const name of functions) state.disabled.delete(name);
    },
    changeKeys(keys, { pendingMinutes = 30, keepOld = false } = {}) {
      const { keys: old, expires } = state.licence;
      state.licence = {
        keys,
        expires: startOfDay(now()) + 90 * DAY - 1000,
        acceptedFrom: now() + pendingMinutes * MINUTE,
        former: keepOld ? { keys: old, expires } : null,
      };
    },
    expireAt(instant) {
      state.licence = { ...state.licence, expires: instant.getTime() };
    },
  };
  return shop;
}

const isComplete = (order: ShopOrder | OrderSpec): order is ShopOrder =>
  "orderNumber" in order && "timeline" in order && "packages" in order && "overrides" in order;

function patched(order: ShopOrder, { basketId, address, units, ...given }: OrderPatch): ShopOrder {
  const at = basketId ?? order.packages[0]?.basketId;
  const quantity = (id: number, before: number) => (typeof units === "number" ? units : (units?.[id] ?? before));
  const packages = (given.packages ?? order.packages).map((each) =>
    each.basketId !== at
      ? each
      : {
          ...each,
          sender: { ...each.sender, ...address },
          lines: each.lines.map((line) => ({ ...line, units: quantity(line.itemDetailId, line.units) })),
        },
  );
  return { ...order, ...given, packages, flags: { ...order.flags, ...given.flags, modified: true } };
}
