import { type ChangeSet, changeBytes } from "../../workbook/commit/change-set.ts";
import type { FetchedOrders } from "./step-rows.ts";

/** Google recommends two million bytes a request at most; log, marks and formats want their share of them. */
const MOST_BYTES = 1_600_000;

/** The answers in as many parts as commits they take, in the order of their numbers: one number each at least. */
export function fittingParts(changes: Iterable<ChangeSet>, fetched: FetchedOrders): FetchedOrders[] {
  const { numbers } = fetched;
  const sizes = new Map<string, number>();
  let total = 0;
  for (const change of changes)
    for (const [key, bytes] of changeBytes(change)) {
      const number = key.split("\u001f")[0] ?? "";
      sizes.set(number, (sizes.get(number) ?? 0) + bytes);
      total += bytes;
    }
  const sizeOf = (number: string): number => sizes.get(number) ?? 0;
  // What belongs to no number of these comes with the first part.
  let left = MOST_BYTES - (total - numbers.reduce((sum, number) => sum + sizeOf(number), 0));
  const starts = numbers.flatMap((number, at) => {
    left -= sizeOf(number);
    if (left >= 0 || at === 0) return [];
    left = MOST_BYTES - sizeOf(number);
    return [at];
  });
  return [0, ...starts].map((start, part) => among(fetched, numbers.slice(start, starts[part])));
}

/** The answers for these numbers alone. */
function among({ orders, missing, faults }: FetchedOrders, numbers: readonly string[]): FetchedOrders {
  const those = new Set(numbers);
  return {
    numbers,
    orders: orders.filter(({ number }) => those.has(number)),
    missing: missing.filter((number) => those.has(number)),
    faults: faults.filter(({ subject }) => those.has(subject)),
  };
}
