import type { Progress } from "./progress.ts";

/** What Rakuten shops call it, on every screen. */
export const TARGET_STATUS = "連携対象支払方法ステータス";

/** The progress at which an order becomes a shipment, per payment method code, with the compulsory default. */
export interface PaymentTargets {
  readonly default: Progress;
  readonly byCode: ReadonlyMap<number, Progress>;
  /** Payment methods whose orders the operator does not want on the list. */
  readonly excluded: ReadonlySet<number>;
}

export const targetOf = (targets: PaymentTargets, paymentCode: number): Progress =>
  targets.byCode.get(paymentCode) ?? targets.default;

/** Every progress that can make a shipment: what a search has to ask for. */
export const searchedProgress = ({ default: fallback, byCode, excluded }: PaymentTargets): Progress[] => {
  const own = [...byCode].flatMap(([code, target]) => (excluded.has(code) ? [] : [target]));
  return [...new Set([fallback, ...own])].sort((a, b) => a - b);
};
