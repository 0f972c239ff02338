import { PROGRESS } from "./codes.ts";
import type { ShippingRecord, ShopOrder, ShopPackage } from "./order.ts";
import { progressAt, shippedFrom } from "./timeline.ts";

/** One ShippingModel of a report. An absent key leaves the value as it is, null or "" clears it. */
export interface ShippingEntry {
  readonly shippingDetailId?: number | null;
  readonly deliveryCompany?: string | null;
  readonly shippingNumber?: string | null;
  readonly shippingDate?: string | null;
  readonly shippingDeleteFlag?: number | null;
}

export interface OrderReport {
  readonly orderNumber: string;
  readonly baskets: readonly { readonly basketId: number; readonly entries: readonly ShippingEntry[] }[];
}

export interface QueuedReport {
  readonly requestId: string;
  readonly orders: readonly OrderReport[];
  /** Instant at which RMS will have worked through it. */
  readonly due: number;
  /** Instant from which RMS tells the results; it may know them for a while before. */
  readonly told: number;
  /** Undefined until then. */
  readonly results?: readonly OrderResult[];
}

export interface OrderResult {
  readonly orderNumber: string;
  readonly outcomes: readonly Outcome[];
}

export type Refusal = "unknownOrder" | "unknownBasket" | "unknownDetail" | "cancelled" | "notReady";

/** What became of one entry; dataNumber counts from 1 across the baskets of an order, null when the whole order was refused. */
export type Outcome =
  | { readonly kind: "added" | "updated" | "deleted"; readonly dataNumber: number; readonly shippingDetailId: number }
  | { readonly kind: Refusal; readonly dataNumber: null; readonly shippingDetailId: null };

export interface RecordContext {
  readonly now: number;
  readonly nextId: () => number;
}

export interface ReportContext extends RecordContext {
  readonly timeFactor: number;
}

/** An order after a report, with what became of each entry. */
export interface Recorded {
  readonly order: ShopOrder;
  readonly outcomes: readonly Outcome[];
}

/** Applies a report to its order, all of it or nothing, and ships the order when nothing is missing any more. */
export function applyReport(
  order: ShopOrder | undefined,
  report: OrderReport,
  context: ReportContext,
): Recorded | Refusal {
  const recorded = recordReport(order, report, context);
  return typeof recorded === "string" ? recorded : { ...recorded, order: advanced(recorded.order, context) };
}

/** The order with the report's entries recorded, whose progress stays what it was. */
export function recordReport(
  order: ShopOrder | undefined,
  report: OrderReport,
  { now, nextId }: RecordContext,
): Recorded | Refusal {
  const refusal = order === undefined ? "unknownOrder" : refusalOf(order, report, now);
  if (order === undefined || refusal) return refusal ?? "unknownOrder";
  const outcomes: Outcome[] = [];
  const packages = order.packages.map((each) =>
    report.baskets
      .filter(({ basketId }) => basketId === each.basketId)
      .reduce((into, { entries }) => recorded(into, entries, outcomes, nextId), each),
  );
  return { order: { ...order, packages }, outcomes };
}

function refusalOf(order: ShopOrder, { baskets }: OrderReport, now: number): Refusal | undefined {
  const progress = progressAt(order.timeline, now);
  if (progress === PROGRESS.cancelled || progress === PROGRESS.cancelling) return "cancelled";
  if (progress < PROGRESS.awaitingShipment || progress === PROGRESS.changing) return "notReady";
  for (const { basketId, entries } of baskets) {
    const basket = order.packages.find((each) => each.basketId === basketId);
    if (!basket) return "unknownBasket";
    const known = new Set(basket.shippings.map(({ shippingDetailId }) => shippingDetailId));
    if (entries.some(({ shippingDetailId: id }) => id !== undefined && id !== null && !known.has(id)))
      return "unknownDetail";
  }
  return undefined;
}

/** The package with the entries recorded: one without an id adds a record, even where one is there already. */
function recorded(
  into: ShopPackage,
  entries: readonly ShippingEntry[],
  outcomes: Outcome[],
  nextId: () => number,
): ShopPackage {
  const shippings = [...into.shippings];
  for (const entry of entries) {
    const at = shippings.findIndex(({ shippingDetailId }) => shippingDetailId === entry.shippingDetailId);
    const shippingDetailId = at < 0 ? nextId() : shippings[at]!.shippingDetailId;
    const dataNumber = outcomes.length + 1;
    if (at < 0)
      shippings.push(
        written({ shippingDetailId, shippingNumber: null, deliveryCompany: null, shippingDate: null }, entry),
      );
    else if (entry.shippingDeleteFlag === 1) shippings.splice(at, 1);
    else shippings[at] = written(shippings[at]!, entry);
    const kind = at < 0 ? "added" : entry.shippingDeleteFlag === 1 ? "deleted" : "updated";
    outcomes.push({ kind, dataNumber, shippingDetailId });
  }
  return { ...into, shippings };
}

const written = (record: ShippingRecord, entry: ShippingEntry): ShippingRecord => ({
  shippingDetailId: record.shippingDetailId,
  shippingNumber: kept(record.shippingNumber, entry.shippingNumber),
  deliveryCompany: kept(record.deliveryCompany, entry.deliveryCompany),
  shippingDate: kept(record.shippingDate, entry.shippingDate),
});

const kept = (before: string | null, given: string | null | undefined): string | null =>
  given === undefined ? before : given || null;

export const isComplete = ({ deliveryCompany, shippingNumber, shippingDate }: ShippingRecord): boolean =>
  deliveryCompany !== null && shippingNumber !== null && shippingDate !== null;

/**
 * An order awaiting shipment is 発送済 once every destination has a record and no record of the order lacks its carrier,
 * number or date: one that is left blank keeps it at 300 (rms-api 13).
 */
function advanced(order: ShopOrder, { now, timeFactor }: ReportContext): ShopOrder {
  const filled = order.packages.every(({ shippings }) => shippings.length > 0 && shippings.every(isComplete));
  if (!filled || progressAt(order.timeline, now) !== PROGRESS.awaitingShipment) return order;
  return { ...order, timeline: shippedFrom(order.timeline, now, timeFactor) };
}
