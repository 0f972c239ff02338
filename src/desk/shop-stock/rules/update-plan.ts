import { groupedBy } from "../../../core/grouped.ts";
import { type Pair, pairKey, pairName } from "../../products/rules/pair.ts";
import type { Figure } from "../../stock/rules/figures.ts";
import type { Limits } from "./limits.ts";
import { HELD, pairSkip, rowSkip, type ShopProduct } from "./skip.ts";
import { type StopRules, stopReason } from "./stop.ts";
import { shopTarget } from "./target.ts";
import { EVEN, rowText, saysDone, skippedText, takenText, WAITING, withoutRemark } from "./texts.ts";

/** A row of 在庫 with what is known of it. */
export interface ShopRow {
  readonly productCode: string;
  readonly figure: Figure | undefined;
  /** Units that are not to be offered again, though no figure has them. */
  readonly taken: number;
  /** Undefined where 商品マスタ does not have it. */
  readonly product: ShopProduct | undefined;
  /** 楽天の更新 as it stands. */
  readonly text: string;
  /** What was sent for it before may still take effect. */
  readonly isHeld: boolean;
}

export interface PlanRules {
  /** What the shop had before the orders were read; undefined where it did not answer. */
  readonly levelOf: (pair: Pair) => number | undefined;
  readonly stop: StopRules;
}

/** One SKU whose stock in the shop is not what it should be. */
export interface SkuStep {
  readonly productCode: string;
  readonly pair: Pair;
  readonly from: number;
  readonly to: number;
}

/** One SKU of a row: what is to be done, or what there is to say. */
type SkuPlan =
  | { readonly name: string; readonly step: SkuStep }
  | { readonly name: string; readonly text: string; readonly skip?: string };

export interface RowPlan {
  readonly productCode: string;
  /** Null where none can be told. */
  readonly target: number | null;
  readonly skus: readonly SkuPlan[];
  /** Nothing is to be done for it: the text that it comes to. */
  readonly settled: string | undefined;
  /** What there is to know of the target; empty where it needs no word. */
  readonly remark: string;
}

/** What an update of the shop would do. */
export interface UpdatePlan {
  /** Without those that are held, which stay as they are. */
  readonly rows: readonly RowPlan[];
  readonly steps: readonly SkuStep[];
  /** SKUs that have in the shop what they should. */
  readonly even: number;
  /** By reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Why nothing of it is to be done; undefined where it may. */
  readonly stop: string | undefined;
}

export function updatePlan(rows: readonly ShopRow[], { levelOf, stop }: PlanRules): UpdatePlan {
  const pairs = tally(rows.flatMap(({ product }) => (product?.pairs ?? []).map(pairKey)));
  const isShared = (pair: Pair) => (pairs.get(pairKey(pair)) ?? 0) > 1;
  const held = rows.filter(({ isHeld }) => isHeld);
  const planned = rows.filter(({ isHeld }) => !isHeld).map((row) => rowPlan(row, levelOf, isShared));
  const skus = planned.flatMap((row) => row.skus);
  const steps = skus.flatMap((sku) => ("step" in sku ? [sku.step] : []));
  const skips = [...held.map(() => HELD), ...skus.flatMap((sku) => ("skip" in sku && sku.skip ? [sku.skip] : []))];
  const even = skus.filter((sku) => "text" in sku && sku.skip === undefined).length;
  const skipped = Object.fromEntries(tally(skips));
  return { rows: planned, steps, even, skipped, stop: stopReason(steps, steps.length + even, stop) };
}

const tally = (texts: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...groupedBy(texts, (text) => text)].map(([text, all]) => [text, all.length]));

function rowPlan(row: ShopRow, levelOf: PlanRules["levelOf"], isShared: (pair: Pair) => boolean): RowPlan {
  const { productCode, figure, product, taken } = row;
  const skip = rowSkip(figure, product);
  if (skip !== undefined) return settled(productCode, null, [{ name: "", text: skippedText(skip), skip }], row);
  // Nothing is skipped: all of these are there.
  const free = ((figure as Figure).sellable as number) - taken;
  const target = shopTarget(free, (product as ShopProduct).limits as Limits);
  const skus = (product as ShopProduct).pairs.map((pair): SkuPlan => {
    const name = pairName(pair);
    const level = levelOf(pair);
    const reason = pairSkip(pair, level, isShared(pair));
    if (reason !== undefined) return { name, text: skippedText(reason), skip: reason };
    const from = level as number;
    return from === target ? { name, text: EVEN } : { name, step: { productCode, pair, from, to: target } };
  });
  return skus.some((sku) => "step" in sku)
    ? { productCode, target, skus, settled: undefined, remark: takenText(taken) }
    : settled(productCode, target, skus, row);
}

/** That an earlier run brought it in step says more than that it is so. */
function settled(
  productCode: string,
  target: number | null,
  skus: readonly SkuPlan[],
  { text, taken }: ShopRow,
): RowPlan {
  const isEven = skus.every((sku) => "text" in sku && sku.text === EVEN);
  const fresh = rowText(skus.map((sku) => ({ name: sku.name, text: "text" in sku ? sku.text : WAITING })));
  const before = withoutRemark(text);
  const remark = target === null ? "" : takenText(taken);
  return { productCode, target, skus, settled: isEven && saysDone(before) ? before : fresh, remark };
}

/** What a row says while its SKUs stand as `textOf` tells. */
export function planText({ skus, settled, remark }: RowPlan, textOf: (step: SkuStep) => string): string {
  const text =
    settled ?? rowText(skus.map((sku) => ({ name: sku.name, text: "step" in sku ? textOf(sku.step) : sku.text })));
  return remark === "" ? text : `${text}\n${remark}`;
}
