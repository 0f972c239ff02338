import { isCancelled, isShipped, type Progress, progressLabel, progressOfLabel } from "./progress.ts";

/** What Rakuten shops call it, on every screen. */
export const TARGET_STATUS = "連携対象支払方法ステータス";

/** The line along which RMS moves an order until it is to be shipped; nothing beside or behind it can make a shipment. */
const line = [100, 200, 300] as const satisfies readonly Progress[];

/** What may be chosen as a target. */
export const isTarget = (progress: number | undefined): progress is Progress =>
  (line as readonly (number | undefined)[]).includes(progress);
export const targetLabels: readonly string[] = line.map(progressLabel);

/** Reads a label, or the bare code that someone typed; undefined for what is no target. */
export function targetOfLabel(text: string): Progress | undefined {
  const progress = progressOfLabel(text);
  return isTarget(progress) ? progress : undefined;
}

/** What happens to orders that moved on from their target towards 発送待ち before a run met them there. */
export const pastTargetChoices = { taken: "取り込む", left: "設定したステータスのみ" } as const;
export type PastTarget = keyof typeof pastTargetChoices;

/** The progress at which an order becomes a shipment, per payment method code, with the compulsory default. */
export interface PaymentTargets {
  readonly default: Progress;
  readonly byCode: ReadonlyMap<number, Progress>;
  /** Payment methods whose orders the operator does not want on the list. */
  readonly excluded: ReadonlySet<number>;
  /** Why nobody can tell how orders of these payment methods stand: they go by the default, and wait. */
  readonly unusable?: ReadonlyMap<number, string>;
  readonly pastTarget: PastTarget;
}

export const targetOf = (targets: PaymentTargets, paymentCode: number): Progress =>
  targets.byCode.get(paymentCode) ?? targets.default;

/**
 * How an order stands to its target. RMS moves an order along a line, 100 → 200 → 300: it is to be shipped from its target
 * on to the line's end, or at the target alone where the operator wants that. 400 stands beside the line: a change of the
 * order awaits its decision.
 */
export type Standing = "before" | "due" | "past" | "changing" | "shipped" | "cancelled";

export function standingOf(progress: Progress, target: Progress, pastTarget: PastTarget): Standing {
  if (isCancelled(progress)) return "cancelled";
  if (isShipped(progress)) return "shipped";
  if (progress === CHANGING) return "changing";
  if (progress === target) return "due";
  if (progress < target) return "before";
  return pastTarget === "taken" ? "due" : "past";
}

/** An order that is not on the list yet comes onto it. */
export const isTaken = (progress: Progress, target: Progress, pastTarget: PastTarget): boolean =>
  standingOf(progress, target, pastTarget) === "due";

/** Every progress that can make a shipment: what a search has to ask for. */
export function searchedProgress({ default: fallback, byCode, excluded, pastTarget }: PaymentTargets): Progress[] {
  const own = [...byCode].flatMap(([code, target]) => (excluded.has(code) ? [] : [target]));
  return line.filter((progress) => [fallback, ...own].some((target) => isTaken(progress, target, pastTarget)));
}

const CHANGING: Progress = 400;
