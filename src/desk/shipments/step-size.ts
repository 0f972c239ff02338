import { type ChangeSet, changeBytes } from "../../workbook/commit/change-set.ts";
import type { FetchedOrders } from "./step-rows.ts";

/** Google recommends two million bytes a request at most; log, marks and formats want their share of them. */
const MOST_BYTES = 1_600_000;

export const nothingFetched: FetchedOrders = { numbers: [], orders: [], missing: [], faults: [] };

/** How many of the numbers, from the first on, one commit may hold; one at least. */
export function fittingNumbers(changes: Iterable<ChangeSet>, numbers: readonly string[]): number {
  const sizes = new Map<string, number>();
  let total = 0;
  for (const change of changes)
    for (const [key, bytes] of changeBytes(change)) {
      const number = key.split("\u001f")[0] ?? "";
      sizes.set(number, (sizes.get(number) ?? 0) + bytes);
      total += bytes;
    }
  // What belongs to no number of these comes with whichever step is first.
  let left = MOST_BYTES - (total - numbers.reduce((sum, number) => sum + (sizes.get(number) ?? 0), 0));
  const fitting = numbers.findIndex((number) => {
    left -= sizes.get(number) ?? 0;
    return left < 0;
  });
  return fitting === -1 ? numbers.length : Math.max(1, fitting);
}

/** The answers for the first so many numbers, and the rest. */
export function parted(fetched: FetchedOrders, count: number): [FetchedOrders, FetchedOrders] {
  const first = new Set(fetched.numbers.slice(0, count));
  const those = (isFirst: boolean): FetchedOrders => ({
    numbers: fetched.numbers.filter((number) => first.has(number) === isFirst),
    orders: fetched.orders.filter(({ number }) => first.has(number) === isFirst),
    missing: fetched.missing.filter((number) => first.has(number) === isFirst),
    faults: fetched.faults.filter(({ subject }) => first.has(subject) === isFirst),
  });
  return [those(true), those(false)];
}
