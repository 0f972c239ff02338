import type { SkuStep } from "./update-plan.ts";

/** What became of a SKU that an update was to change. */
export interface Outcome {
  readonly kind: "waiting" | "sending" | "updated" | "even" | "refused" | "skipped" | "unknown";
  /** For 楽天の更新. */
  readonly text: string;
  /** What the shop has now, where that is known. */
  readonly level?: number;
}

/** What became of each SKU so far. */
export interface Outcomes {
  readonly note: (step: SkuStep, outcome: Outcome) => void;
  readonly of: (step: SkuStep) => Outcome;
  readonly count: (kind: Outcome["kind"]) => number;
  /** Product codes of which something was noted since the last call. */
  readonly news: () => readonly string[];
}

export function openOutcomes(steps: readonly SkuStep[], first: Outcome): Outcomes {
  const noted = new Map(steps.map((step) => [step, first]));
  let news = new Set<string>();
  return {
    note(step, outcome) {
      noted.set(step, outcome);
      news.add(step.productCode);
    },
    of: (step) => noted.get(step) ?? first,
    count: (kind) => [...noted.values()].filter((one) => one.kind === kind).length,
    news() {
      const codes = [...news];
      news = new Set();
      return codes;
    },
  };
}
