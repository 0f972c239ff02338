import { PROGRESS, type Progress, SETTLEMENT_METHODS } from "./codes.ts";
import { DAY, HOUR, MINUTE } from "./jst.ts";
import type { ShopOrder, Timeline } from "./order.ts";

const reached = (instant: number | null, now: number): boolean => instant !== null && instant <= now;

/** The progress that time has brought an order to. Nothing has to tick: it follows from the timeline alone. */
export function progressAt({ aside, shipped, settling, settled, fixed, confirmed }: Timeline, now: number): Progress {
  if (aside !== null) return aside;
  if (reached(shipped, now)) {
    if (reached(settled, now)) return PROGRESS.settled;
    return reached(settling, now) ? PROGRESS.settling : PROGRESS.shipped;
  }
  if (reached(fixed, now)) return PROGRESS.awaitingShipment;
  return reached(confirmed, now) ? PROGRESS.processing : PROGRESS.awaitingConfirmation;
}

/** The order stands at `progress` from now on and stays there until someone acts. */
export function placedAt(timeline: Timeline, progress: Progress, now: number): Timeline {
  const past = (instant: number | null) => (reached(instant, now) ? instant : now);
  if (progress === 400 || progress === 800 || progress === 900) return { ...timeline, aside: progress };
  return {
    ordered: timeline.ordered,
    confirmed: progress >= PROGRESS.processing ? past(timeline.confirmed) : null,
    fixed: progress >= PROGRESS.awaitingShipment ? past(timeline.fixed) : null,
    shipped: progress >= PROGRESS.shipped ? past(timeline.shipped) : null,
    settling: progress >= PROGRESS.settling ? past(timeline.settling) : null,
    settled: progress >= PROGRESS.settled ? past(timeline.settled) : null,
    aside: null,
  };
}

/** From 500, time alone brings an order to 600 and 700. `factor` is how much faster than life it passes. */
export function shippedFrom(timeline: Timeline, now: number, factor: number): Timeline {
  const settling = now + DAY / factor;
  return { ...timeline, shipped: now, settling, settled: settling + (3 * DAY) / factor };
}

/** Rakuten checks a card in minutes and waits for a prepayment for a day. */
export function confirmedFrom(order: ShopOrder, now: number, factor: number): Timeline {
  const wait = SETTLEMENT_METHODS.get(order.settlementMethodCode)?.prepaid ? DAY : 10 * MINUTE;
  return { ...order.timeline, confirmed: now, fixed: now + wait / factor };
}

/** A seeded order's way from the shop's opening on: what lies ahead of `opening` comes `factor` times sooner. */
export function hastened(timeline: Timeline, opening: number, factor: number): Timeline {
  const sooner = (instant: number | null) =>
    instant === null || instant <= opening
      ? instant
      : Math.round((opening + (instant - opening) / factor) / 1000) * 1000;
  const { confirmed, fixed, shipped, settling, settled } = timeline;
  return {
    ...timeline,
    confirmed: sooner(confirmed),
    fixed: sooner(fixed),
    shipped: sooner(shipped),
    settling: sooner(settling),
    settled: sooner(settled),
  };
}

/** How long each stage lasts in a shop that nobody looks after. */
export const STAGE = {
  confirm: 3 * HOUR,
  check: 20 * MINUTE,
  prepay: 2 * DAY,
  ship: DAY,
  settle: DAY,
  pay: 3 * DAY,
} as const;
