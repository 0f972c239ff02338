import { otherPairs } from "./pair.ts";
import type { KnownProduct } from "./product.ts";
import { hasOldTick, takesTick } from "./questions.ts";

/** The pages of products whose question people answered since, or took an old tick away from: they are looked at anew. */
export function dueItems(products: readonly KnownProduct[]): string[] {
  const due = products.filter(({ question, confirmed }) =>
    hasOldTick(question) ? !confirmed : confirmed && takesTick(question),
  );
  return [...new Set(due.flatMap(itemsOf))];
}

/** The pages on which the products are sold that the shop had when it was looked at last. */
export const soldItems = (products: readonly KnownProduct[]): string[] => [
  ...new Set(products.filter(({ state }) => state !== "廃止").flatMap(itemsOf)),
];

const itemsOf = (product: KnownProduct): string[] =>
  [product.manageNumber, ...otherPairs(product.otherPairs).map((pair) => pair.manageNumber)]
    .map((number) => number.toLowerCase())
    .filter(Boolean);
