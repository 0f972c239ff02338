import { otherPairs } from "./pair.ts";
import type { KnownProduct } from "./product.ts";
import { hasOldTick, takesTick } from "./questions.ts";

/** The pages of products whose question people answered since, or took an old tick away from, and of those that RMS was not yet asked about. */
export function dueItems(products: readonly KnownProduct[]): string[] {
  const due = products.filter((product) => isAnswered(product) || isUnseen(product));
  return [...new Set(due.flatMap(itemsOf))];
}

const isAnswered = ({ question, confirmed }: KnownProduct): boolean =>
  hasOldTick(question) ? !confirmed : confirmed && takesTick(question);

const isUnseen = ({ state, updatedAt }: KnownProduct): boolean => updatedAt === null && state !== "廃止";

/** The pages on which the products are sold that the shop had when it was looked at last. */
export const soldItems = (products: readonly KnownProduct[]): string[] => [
  ...new Set(products.filter(({ state }) => state !== "廃止").flatMap(itemsOf)),
];

const itemsOf = (product: KnownProduct): string[] =>
  [product.manageNumber, ...otherPairs(product.otherPairs).map((pair) => pair.manageNumber)]
    .map((number) => number.toLowerCase())
    .filter(Boolean);
