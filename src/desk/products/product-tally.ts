import type { RowFault } from "../../core/problem.ts";
import { ifAny, type Report } from "../../run/report.ts";
import type { Plan } from "../../workbook/commit/book.ts";
import { productTable } from "./product-table.ts";
import { kindOf, type Merged } from "./rules/merge.ts";
import type { KnownProducts } from "./rules/product.ts";
import { type Refusal, refusalSummaries } from "./rules/refusal.ts";

export const productCounts = {
  found: "対象",
  added: "新規",
  updated: "更新",
  renamed: "商品コードの変更",
  retired: "廃止",
  asking: "要確認",
  restored: "戻した入力",
  skipped: "見送り",
} as const;

export type ProductCount = keyof typeof productCounts;

/** What a run did so far. */
export interface Tally {
  /** So many SKUs were looked at. */
  readonly look: (skus: number) => void;
  /** `known` is what stands on the sheets once it is committed. */
  readonly add: (merged: Merged, plan: Plan, known: KnownProducts) => void;
  readonly report: (faults: readonly RowFault[], finished: boolean) => Report<ProductCount>;
}

export function openTally(restored: Readonly<Record<string, number>>): Tally {
  const sums = { found: 0, added: 0, updated: 0, renamed: 0, retired: 0, asking: 0 };
  const refusals: Refusal[] = [];
  return {
    look(skus) {
      sums.found += skus;
    },
    add(merged, plan, known) {
      const rows = plan.counts.get(productTable);
      sums.added += rows?.added ?? 0;
      sums.updated += rows?.updated ?? 0;
      sums.renamed += merged.renames.length;
      sums.retired += merged.changes.filter((change) => kindOf(change) === "retired").length;
      sums.asking = known.products.filter(({ state }) => state === "要確認").length;
      for (const refusal of merged.refusals) refusals.push(refusal);
    },
    report: (faults, finished) => ({
      counts: {
        found: sums.found,
        added: sums.added,
        updated: sums.updated,
        renamed: ifAny("確認済の行", sums.renamed),
        retired: ifAny("楽天にない商品", sums.retired),
        asking: ifAny(`「${productTable.sheet}」の確認事項を確認してください`, sums.asking),
        restored,
        skipped: Object.fromEntries(refusalSummaries(refusals).map(({ text, count }) => [text, count])),
      },
      faults,
      finished,
    }),
  };
}
