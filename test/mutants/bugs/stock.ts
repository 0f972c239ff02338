import type { Mutant } from "../mutant.ts";

export const stockBugs: readonly Mutant[] = [
  {
    name: "booked-out-parcels-counted",
    file: "src/desk/stock/rules/claim.ts",
    before: "if (bookedOut || (!listed",
    after: "if ((!listed",
  },
  {
    name: "second-line-of-an-order-overwrites-the-first",
    file: "src/desk/stock/rules/demand.ts",
    before: "(demand[claim].get(orderNumber) ?? 0) + units",
    after: "units",
  },
  {
    name: "not-counted-taken-for-none",
    file: "src/desk/stock/rules/figures.ts",
    before: "onHand === null || safety === undefined ? null : onHand - reserved",
    after: "safety === undefined ? null : (onHand ?? 0) - reserved",
  },
  {
    name: "sets-rounded-up",
    file: "src/desk/stock/rules/makeable.ts",
    before: "Math.floor(figure.sellable / units)",
    after: "Math.ceil(figure.sellable / units)",
  },
  {
    name: "order-list-cut-one-early",
    file: "src/desk/stock/rules/order-list.ts",
    before: "const beyond = orders.length - LISTED_ORDERS;",
    after: "const beyond = orders.length - LISTED_ORDERS - 1;",
  },
  {
    name: "only-first-part-of-the-levels-kept",
    file: "src/desk/stock/shop-levels.ts",
    before: "for (const some of chunks(pairs, PAIRS_PER_READ))",
    after: "for (const some of chunks(pairs, PAIRS_PER_READ).slice(0, 1))",
  },
  {
    name: "orders-counted-in-hundreds-skip-one",
    file: "src/desk/stock/counted-orders.ts",
    before: "asked += chunk.length;",
    after: "asked += chunk.length + 1;",
  },
  {
    name: "safety-stock-left-out-of-the-formula",
    file: "src/desk/stock/stock-table.ts",
    before: "{inStock}-{reserved}-{unshipped}-{safetyStock}",
    after: "{inStock}-{reserved}-{unshipped}",
  },
  {
    name: "shop-target-rounded-up",
    file: "src/desk/shop-stock/rules/target.ts",
    before: "Math.floor(((sellable - buffer) * share) / 100)",
    after: "Math.ceil(((sellable - buffer) * share) / 100)",
  },
  {
    name: "stop-beside-its-share",
    file: "src/desk/shop-stock/rules/stop.ts",
    before: "(emptied + large) * 100 <= stopShare * skus",
    after: "emptied * 100 <= stopShare * skus",
  },
  {
    name: "shared-sku-written-twice",
    file: "src/desk/shop-stock/rules/update-plan.ts",
    before: "(pairs.get(pairKey(pair)) ?? 0) > 1",
    after: "(pairs.get(pairKey(pair)) ?? 0) > 2",
  },
  {
    name: "moves-overlap-by-one",
    file: "src/desk/shop-stock/send-stock.ts",
    before: "steps.slice(at, at + ROWS_PER_MOVE)",
    after: "steps.slice(at, at + ROWS_PER_MOVE + 1)",
  },
];
