import { type Random, random } from "./seed/random.ts";
import { jstDate, MINUTE } from "./shop/jst.ts";
import { SHIPPING_CSV_COLUMNS } from "./shop/shipping-csv.ts";
import type { Shop } from "./shop/shop.ts";

/**
 * Something that goes wrong with one call. A status, "hang" and "reset" come before the call takes effect, unless `after`
 * says otherwise; everything else harms the answer of a call that was carried out.
 */
export interface Fault {
  /** Answered instead of the real answer, such as 429, 500 or 503. */
  readonly status?: number;
  /** Seconds in a Retry-After header. */
  readonly retryAfter?: number;
  /** "hang" never answers, "reset" breaks the connection, "cut" ends it in the middle of the body. */
  readonly transport?: Transport;
  /** The call takes effect in the shop and only then goes wrong. */
  readonly after?: boolean;
  /** Milliseconds after which a call that failed takes effect in the shop all the same. */
  readonly late?: number;
  /** The body is no JSON. */
  readonly malformed?: boolean;
  /** A search page names its first order twice and its last not at all, so that the count stays. */
  readonly duplicate?: boolean;
  /** Milliseconds before the answer comes. */
  readonly latency?: number;
  /** Milliseconds that RMS takes over the asynchronous report of this call. */
  readonly reportDelay?: number;
  /** Milliseconds that the result of this call's report lags behind the orders themselves. */
  readonly resultLag?: number;
  /** Values put into the body at dotted paths, such as `{"OrderModelList.0.orderProgress": "300x"}`; paths that are not there are passed over. */
  readonly corrupt?: Readonly<Record<string, unknown>>;
  /** What happens in the shop just before the call is served: an order changes, a page shifts. */
  readonly shop?: (shop: Shop) => void;
}

export type Transport = "hang" | "reset" | "cut";

/** The kinds that a plan draws from and that the command line names. */
export const FAULT_KINDS = {
  "429": { status: 429 },
  "429-retry-after": { status: 429, retryAfter: 2 },
  "500": { status: 500 },
  "503": { status: 503 },
  hang: { transport: "hang" },
  reset: { transport: "reset" },
  cut: { transport: "cut" },
  "lost-answer": { transport: "reset", after: true },
  late: { transport: "hang", late: 30_000 },
  malformed: { malformed: true },
  duplicate: { duplicate: true },
  corrupt: { corrupt: { "OrderModelList.0.orderProgress": "unknown" } },
  latency: { latency: 1500 },
  unauthorised: { status: 401 },
  "slow-report": { reportDelay: 10 * MINUTE },
  "slow-result": { resultLag: 10 * MINUTE },
  arrive: { shop: (shop) => void shop.receive(1) },
  leave: { shop: shipOldest },
  change: { shop: changeNewest },
  cancel: { shop: cancelNewest },
  upload: { shop: uploadNewest },
} as const satisfies Record<string, Fault>;
export type FaultKind = keyof typeof FAULT_KINDS;

export interface FaultRule {
  readonly kind: FaultKind;
  /** Of calls that meet it, from 0 to 1. */
  readonly rate: number;
  /** Only calls of this function; all when absent. */
  readonly call?: string;
}

export interface Faults {
  /** The next call of the function (of any, for "*") meets this fault. Several queue up; null lets one call pass unharmed. */
  next(call: string, ...faults: readonly (Fault | null)[]): void;
  /** From now on calls meet faults by chance, repeatably for one seed. An empty list ends it. */
  plan(rules: readonly FaultRule[], seed?: string): void;
  /** Forgets all that is queued and planned. */
  clear(): void;
  /** What the call meets; taken off the queue. */
  take(call: string): Fault | undefined;
  /** How many faults have been met, by call and kind of harm. */
  readonly met: ReadonlyMap<string, number>;
}

export function faultSwitch(rules: readonly FaultRule[] = [], seed = "faults"): Faults {
  const queues = new Map<string, (Fault | null)[]>();
  const met = new Map<string, number>();
  let planned = rules;
  let draw: Random = random(seed);
  const queued = (call: string): Fault | null | undefined => queues.get(call)?.shift() ?? undefined;
  const drawn = (call: string): Fault | undefined => {
    const own = planned.filter((rule) => rule.call === undefined || rule.call === call);
    // Every rule draws, met or not, so that one rule's luck does not move another's.
    const hit = own.filter(({ rate }) => draw.chance(rate))[0];
    return hit && FAULT_KINDS[hit.kind];
  };
  return {
    met,
    next: (call, ...faults) => void queues.set(call, [...(queues.get(call) ?? []), ...faults]),
    plan(fresh, freshSeed = seed) {
      planned = fresh;
      draw = random(freshSeed);
    },
    clear() {
      queues.clear();
      planned = [];
    },
    take(call) {
      const fault = queues.get(call)?.length ? queued(call) : queues.get("*")?.length ? queued("*") : drawn(call);
      if (fault) met.set(call, (met.get(call) ?? 0) + 1);
      return fault ?? undefined;
    },
  };
}

/** Reads `kind@rate,call:kind@rate`, such as `503@0.05,getOrder:hang@0.02`. Throws what it wants instead. */
export function parseFaults(text: string): FaultRule[] {
  return text
    .split(",")
    .filter(Boolean)
    .map((part) => {
      const [, call, kind, rate] = /^(?:([\w.]+):)?([\w-]+)@([\d.]+)$/.exec(part.trim()) ?? [];
      if (kind === undefined || !(kind in FAULT_KINDS) || !(Number(rate) >= 0 && Number(rate) <= 1)) {
        throw new RangeError(
          `wants kind@rate or function:kind@rate, not "${part}"; rate is from 0 to 1, and kind one of ${Object.keys(FAULT_KINDS).join(", ")}.`,
        );
      }
      return { kind: kind as FaultKind, rate: Number(rate), ...(call !== undefined && { call }) };
    });
}

/** Moves the pages of a search from old to new by one: whoever goes on at the next page misses an order. */
function shipOldest(shop: Shop): void {
  const waiting = shop.orders().find(({ orderNumber }) => shop.progress(orderNumber) === 300);
  if (waiting) shop.ship(waiting.orderNumber);
}

function newestWaiting(shop: Shop): string | undefined {
  return shop.orders().findLast(({ orderNumber }) => shop.progress(orderNumber) === 300)?.orderNumber;
}

function changeNewest(shop: Shop): void {
  const orderNumber = newestWaiting(shop);
  if (orderNumber) shop.change(orderNumber, { address: { subAddress: "変更町9-9-9" } });
}

function cancelNewest(shop: Shop): void {
  const orderNumber = newestWaiting(shop);
  if (orderNumber) shop.cancel(orderNumber);
}

/** Somebody types the numbers into RMS by file: the order is shipped there and still stands at 300. */
function uploadNewest(shop: Shop): void {
  const orderNumber = newestWaiting(shop);
  const lines = [[...SHIPPING_CSV_COLUMNS], [orderNumber, "", "", "400000000001", "1001", jstDate(shop.now())]];
  if (orderNumber) shop.uploadShippingCsv(lines.map((line) => line.join()).join("\n"));
}
