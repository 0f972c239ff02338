import type { Item, Variant } from "../shop/item.ts";
import type { Random } from "./random.ts";

/** The item with parts that few items have; they are drawn apart, so that a seed's shop keeps everything else. */
export const withRareParts = (draw: Random, item: Item): Item => ({
  ...item,
  ...(draw.chance(0.04) && { precautions: PRECAUTIONS }),
  ...(draw.chance(0.05) && { variants: asSet(draw, item.variants) }),
});

const PRECAUTIONS = { description: "架空の医薬品です。", agreement: "使用上の注意を読みました。" };

const asSet = (draw: Random, variants: Item["variants"]): Item["variants"] =>
  Object.fromEntries(
    Object.entries(variants).map(([id, variant]): [string, Variant] => [
      id,
      { ...variant, articleNumber: { exemptionReason: 1 }, articleNumberForSet: parts(draw) },
    ]),
  );

const parts = (draw: Random): string[] =>
  Array.from({ length: draw.int(2, 4) }, () => `20000${String(draw.int(0, 99_999_999)).padStart(8, "0")}`);
