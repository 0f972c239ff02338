import { expect, test } from "vitest";
import { shopLevels } from "../../../src/desk/stock/shop-levels.ts";
import { pairKey } from "../../../src/rms/inventory/inventories.ts";
import { answering } from "../../support/rms-port.ts";

/** Tells of each SKU that is asked for as much as its number says. */
const counting = () =>
  answering(({ body }) => {
    const { inventories } = JSON.parse(body ?? "{}") as { inventories: { manageNumber: string; variantId: string }[] };
    const levels = inventories.map((pair) => ({ ...pair, quantity: Number(pair.variantId) }));
    return { status: 200, headers: {}, body: JSON.stringify({ inventories: levels }) };
  });

test.each([
  [0, 0],
  [1, 1],
  [999, 1],
  [1000, 1],
  [1001, 2],
  [2000, 2],
  [2001, 3],
])(
  "what the shop has of %i SKUs is read with %i calls, the last one's too, and one of two products once",
  (count, calls) => {
    const { rms } = counting();
    const pairs = Array.from({ length: count }, (_, at) => ({ manageNumber: "item", variantId: String(at) }));
    const products = new Map(
      [pairs, pairs.slice(0, 1)].map((own, at) => [`product-${at}`, { pairs: own, counted: true }]),
    );
    const levels = shopLevels(rms, products);
    expect(pairs.map((pair) => levels.get(pairKey(pair)))).toEqual(pairs.map((_, at) => at));
    expect(levels.size).toBe(count);
    expect(rms.calls()).toBe(calls);
  },
);
