import { expectedOrder } from "../expected-rows.ts";
import { type Desk, isExcluded, targetOf } from "./desk.ts";
import type { Invariant } from "./invariant.ts";

/** What no master knew was appended, once. */
export const mastersComplete: Invariant = {
  name: "each unknown value is in its master once",
  broken: (_world, desk) => [
    ...desk.masters.doubles.map((key) => `${key} is there twice`),
    ...[...desk.masters.deliveries]
      .filter(([, row]) => row.配送会社 !== "" && row.状態 !== "")
      .map(([method, row]) => `${method} is filled in and says ${row.状態}`),
    ...missing(desk).map((method) => `the masters lack ${method}`),
  ],
};

function missing(desk: Desk): string[] {
  return [...desk.orders.values()].flatMap((order) => {
    const { progress, shipments } = expectedOrder(order, desk.now);
    if (progress !== targetOf(desk, order) || isExcluded(desk, order)) return [];
    return shipments.flatMap(({ 配送方法: method, 時間帯: term }) => {
      const carrier = desk.masters.deliveries.get(String(method))?.配送会社;
      if (carrier === undefined) return [String(method)];
      if (carrier === "" || term === "") return [];
      return desk.masters.bands.has(`${carrier}/${term}`) ? [] : [`${carrier} ${term}`];
    });
  });
}
