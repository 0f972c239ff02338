import { type PaymentTargets, standingOf, targetOf } from "../../../shop/payment-target.ts";
import { isCancelled, type Progress } from "../../../shop/progress.ts";

/** One destination of one order, as far as the stock is concerned. */
export interface Parcel {
  readonly progress: Progress;
  readonly paymentCode: number;
  /** Its order is on 出荷リスト. */
  readonly listed: boolean;
  /** Its goods are out of 実在庫 already. */
  readonly bookedOut: boolean;
}

/** What its goods are to the stock: 出荷指示数 or 未出荷数. */
export type Claim = "reserved" | "unshipped";

/**
 * The figure in which a parcel counts; undefined where it counts in none. What waits for a decision (400), what is past its
 * target where the operator takes orders at their target alone, and what has ended speaks for nothing; neither does an order
 * whose payment method the operator excluded, unless it is on the list and will be shipped from there.
 */
export function claimOf(
  { progress, paymentCode, listed, bookedOut }: Parcel,
  targets: PaymentTargets,
): Claim | undefined {
  if (bookedOut || (!listed && targets.excluded.has(paymentCode))) return undefined;
  const standing = standingOf(progress, targetOf(targets, paymentCode), targets.pastTarget);
  return standing === "due" ? "reserved" : standing === "before" ? "unshipped" : undefined;
}

/**
 * Whether a parcel that counts in no figure is nevertheless not to be offered again: it is on the list and in 実在庫, and the shop
 * says that it was shipped, or waits for a decision (400).
 */
export const isTaken = ({ progress, listed, bookedOut }: Parcel): boolean =>
  listed && !bookedOut && !isCancelled(progress);
