import { drawOrder } from "../seed/order.ts";
import { skusOf } from "../seed/order-line.ts";
import { random } from "../seed/random.ts";
import type { CatalogueControl } from "./catalogue-control.ts";
import { PROGRESS, type Progress } from "./codes.ts";
import { jstDate } from "./jst.ts";
import type { ShippingRecord, ShopOrder } from "./order.ts";
import { buildOrder, type OrderSpec } from "./order-builder.ts";
import { changeRecord, type OrderPatch, patched } from "./order-patch.ts";
import type { ReportControl } from "./report-control.ts";
import { isComplete, type ShippingEntry } from "./shipping-report.ts";
import { foundOrder, putOrder, type ShopState } from "./state.ts";
import { confirmedFrom, placedAt, progressAt } from "./timeline.ts";

export interface CancelOptions {
  /** The goods go back on the shelf. */
  readonly restock?: boolean;
  /** 800 キャンセル確定待ち or 900 キャンセル確定 */
  readonly progress?: 800 | 900;
  readonly changeReasonDetail?: number;
}

export interface OrderControl {
  /** Oldest first. */
  orders(): readonly ShopOrder[];
  find(orderNumber: string): ShopOrder | undefined;
  progress(orderNumber: string): Progress;
  /** A complete valid order from the parts that matter; not yet in the shop. */
  order(spec?: OrderSpec): ShopOrder;
  /** Places an order, complete or from its parts; its goods leave the shelf. */
  add(order?: ShopOrder | OrderSpec): ShopOrder;
  /** `count` drawn orders arrive now. */
  receive(count: number): readonly ShopOrder[];
  change(orderNumber: string, patch: OrderPatch | ((order: ShopOrder) => ShopOrder)): ShopOrder;
  /** The order stands at this progress from now on, and time alone moves it no further. */
  setProgress(orderNumber: string, progress: Progress): ShopOrder;
  confirm(orderNumber: string): ShopOrder;
  cancel(orderNumber: string, options?: CancelOptions): ShopOrder;
  /**
   * Reports every destination as shipped, as staff can on RMS's own screen: records that lack something are filled in, and a
   * destination without any gets one. Throws where RMS would refuse.
   */
  ship(orderNumber: string, entry?: ShippingEntry): ShopOrder;
  /** The order vanishes, as after 730 days. */
  remove(orderNumber: string): void;
}

export function orderControl(
  state: ShopState,
  now: () => number,
  nextId: () => number,
  stock: CatalogueControl,
  reports: ReportControl,
): OrderControl {
  const { book, plan, touched } = state;
  const second = () => Math.floor(now() / 1000) * 1000;
  const found = (orderNumber: string): ShopOrder => {
    reports.settle();
    return foundOrder(state, orderNumber);
  };
  /** The goods of an order leave the shelf (-1) or come back (1). */
  const moveGoods = (order: ShopOrder, sign: 1 | -1) => {
    for (const { manageNumber, sku, units } of order.packages.flatMap((each) => each.lines)) {
      if (sku) stock.moveStock(manageNumber, sku.variantId, sign * units);
    }
  };
  const order = (spec: OrderSpec = {}) => buildOrder(spec, { ...plan, now: now(), nextId });
  const add = (given: ShopOrder | OrderSpec = {}): ShopOrder => {
    const complete = isWhole(given) ? given : order(given);
    if (book.get(complete.orderNumber)) throw new RangeError(`Order ${complete.orderNumber} is in the shop already.`);
    moveGoods(complete, -1);
    return putOrder(state, complete);
  };

  return {
    order,
    add,
    orders() {
      reports.settle();
      return book.all();
    },
    find(orderNumber) {
      reports.settle();
      return book.get(orderNumber);
    },
    progress: (orderNumber) => progressAt(found(orderNumber).timeline, now()),
    receive(count) {
      const skus = skusOf([...state.entries.values()]);
      return Array.from({ length: count }, () => {
        const index = nextId();
        return add(drawOrder(random(plan.seed, "order", index), index, second(), { ...plan, opening: now() }, skus));
      });
    },
    change(orderNumber, patch) {
      const before = found(orderNumber);
      const after = typeof patch === "function" ? patch(before) : patched(before, patch);
      moveGoods(before, 1);
      moveGoods(after, -1);
      return putOrder(state, after);
    },
    setProgress(orderNumber, progress) {
      const before = found(orderNumber);
      return putOrder(state, { ...before, timeline: placedAt(before.timeline, progress, second()) });
    },
    confirm(orderNumber) {
      const before = found(orderNumber);
      const changes = [...before.changes, changeRecord(nextId(), 8, null, second())];
      return putOrder(state, { ...before, timeline: confirmedFrom(before, second(), plan.timeFactor), changes });
    },
    cancel(orderNumber, { restock = true, progress = PROGRESS.cancelled, changeReasonDetail = 1 } = {}) {
      const before = found(orderNumber);
      // At 800 and 900 they have come back already; at 400 they are still the order's.
      if (restock && !isCancelled(before)) moveGoods(before, 1);
      const changes = [...before.changes, changeRecord(nextId(), 2, changeReasonDetail, second())];
      return putOrder(state, { ...before, timeline: placedAt(before.timeline, progress, second()), changes });
    },
    ship(orderNumber, entry = {}) {
      const shippingNumber = String(nextId()).padStart(12, "0");
      const record = { deliveryCompany: "1001", shippingNumber, shippingDate: jstDate(now()), ...entry };
      const baskets = found(orderNumber).packages.map(({ basketId, shippings }) => ({
        basketId,
        entries: toBeFilled(shippings).map((id) => ({ ...record, ...(id !== undefined && { shippingDetailId: id }) })),
      }));
      const refused = reports.report({ orderNumber, baskets }).outcomes.find(({ dataNumber }) => dataNumber === null);
      if (refused) throw new RangeError(`Order ${orderNumber} cannot be shipped: ${refused.kind}.`);
      return found(orderNumber);
    },
    remove(orderNumber) {
      touched.orders.add(orderNumber);
      book.delete(orderNumber);
    },
  };
}

const isCancelled = ({ timeline: { aside } }: ShopOrder): boolean =>
  aside === PROGRESS.cancelling || aside === PROGRESS.cancelled;

/** The ids of the records to fill in; undefined stands for one to add. */
const toBeFilled = (shippings: readonly ShippingRecord[]): readonly (number | undefined)[] =>
  shippings.length === 0
    ? [undefined]
    : shippings.filter((each) => !isComplete(each)).map(({ shippingDetailId }) => shippingDetailId);

const isWhole = (order: ShopOrder | OrderSpec): order is ShopOrder =>
  ["orderNumber", "timeline", "packages", "flags", "changes", "overrides"].every((key) => key in order);
