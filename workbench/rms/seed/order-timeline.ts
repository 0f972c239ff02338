import { SETTLEMENT_METHODS } from "../shop/codes.ts";
import { HOUR } from "../shop/jst.ts";
import type { ChangeRecord, Timeline } from "../shop/order.ts";
import { STAGE } from "../shop/timeline.ts";
import type { Random } from "./random.ts";

/** Time confirms and settles an order; shipping it after the opening is left to whoever runs the shop. */
export function drawTimeline(draw: Random, ordered: number, settlementMethodCode: number, opening: number): Timeline {
  const prepaid = SETTLEMENT_METHODS.get(settlementMethodCode)!.prepaid;
  const jitter = (span: number) => Math.round((span * (0.5 + draw.next())) / 1000) * 1000;
  const line = { ordered, confirmed: null, fixed: null, shipped: null, settling: null, settled: null, aside: null };
  const fate = draw.next();
  if (fate < 0.04) return line; // waits for the shop to confirm it
  const confirmed = ordered + jitter(STAGE.confirm);
  if (fate > 0.95) return { ...line, confirmed, aside: fate > 0.97 ? 900 : fate > 0.96 ? 800 : 400 };
  const fixed = confirmed + jitter(prepaid ? STAGE.prepay : STAGE.check);
  const shipped = fixed + jitter(STAGE.ship);
  // Three in ten wait for the shop to ship them; old ones among them are the overdue orders that every shop has.
  if (fate < 0.34 || shipped > opening) return { ...line, confirmed, fixed };
  const settling = shipped + jitter(STAGE.settle);
  return { ...line, confirmed, fixed, shipped, settling, settled: settling + jitter(STAGE.pay) };
}

/** What RMS notes of confirming and cancelling. */
export function drawChanges(index: number, { confirmed, aside }: Timeline): ChangeRecord[] {
  const record = (changeType: number, instant: number | null, reason: number | null): ChangeRecord => ({
    changeId: 7_000_000 + index * 2 + (changeType === 8 ? 0 : 1),
    changeType,
    changeTypeDetail: null,
    changeReason: reason,
    changeReasonDetail: reason === null ? null : 1,
    applied: instant,
    fixed: instant,
    completed: instant,
  });
  const confirmedBy = confirmed === null ? [] : [record(8, confirmed, null)];
  return aside === 900 && confirmed !== null ? [...confirmedBy, record(2, confirmed + HOUR, 1)] : confirmedBy;
}
