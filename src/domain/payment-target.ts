import type { Progress } from "./progress.ts";

/** The progress at which an order becomes a shipment, per payment method code, with the compulsory default. */
export interface PaymentTargets {
  readonly default: Progress;
  readonly byCode: ReadonlyMap<number, Progress>;
}

export const targetOf = (targets: PaymentTargets, paymentCode: number): Progress =>
  targets.byCode.get(paymentCode) ?? targets.default;

/** Every progress that can make a shipment: what a search has to ask for. */
export const searchedProgress = (targets: PaymentTargets): Progress[] =>
  [...new Set([targets.default, ...targets.byCode.values()])].sort((a, b) => a - b);
