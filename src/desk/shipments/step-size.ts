import type { ChangeSet } from "../../workbook/commit/change-set.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { Table } from "../../workbook/declare/table.ts";
import type { FetchedOrders } from "./step-rows.ts";

/** The answers in as many parts as commits they take, in the order of their numbers. */
export const fittingAnswers = (changes: ReadonlyMap<Table, ChangeSet>, fetched: FetchedOrders): FetchedOrders[] =>
  fittingParts(changes, fetched.numbers, orderOf).map((numbers) => among(fetched, numbers));

/** Whose a row is, by its key. */
export const orderOf = (key: string): string => key.split("\u001f")[0] ?? "";

/** The answers for these numbers alone. */
function among({ orders, missing, faults, askedAt }: FetchedOrders, numbers: readonly string[]): FetchedOrders {
  const those = new Set(numbers);
  return {
    numbers,
    orders: orders.filter(({ number }) => those.has(number)),
    missing: missing.filter((number) => those.has(number)),
    faults: faults.filter(({ subject }) => those.has(subject)),
    askedAt,
  };
}
