import { SHIPMENTS } from "../declared.ts";
import { expectedOrder } from "../expected-rows.ts";
import type { View } from "../office.ts";
import type { World } from "../world.ts";
import type { Desk } from "./desk.ts";
import type { Invariant } from "./invariant.ts";
import { namedRows, rowsOf } from "./shop-on-list.ts";

const HEADER = "最終確認日時";

/** No row of an order that still may change becomes older than this, as the settings have it. */
const LIMIT = 30 * 60_000;

/** What a cell says, as RMS's clock counts; undefined where it says no time. */
function momentIn({ headers }: View, cells: readonly unknown[], header: string): number | undefined {
  const cell = cells[headers.indexOf(header)];
  return typeof cell === "number" ? (cell - 25_569) * 86_400_000 - 9 * 3_600_000 : undefined;
}

/** When the shop was last asked of all rows of an order, to the blur of a cell; before all time where one of them does not say, or none is named. */
export function checkedAt(world: World, desk: Desk, orderNumber: string): number {
  const times = namedRows(world, desk.shipments, orderNumber).map(({ cells }) =>
    momentIn(desk.shipments, cells, HEADER),
  );
  const known = times.map((time) => time ?? Number.NEGATIVE_INFINITY);
  return (known.length === 0 ? Number.NEGATIVE_INFINITY : Math.min(...known)) + BLUR;
}

/** Sheets keep times to some milliseconds. */
const BLUR = 10;

/** What a run left older than it may, that began at this moment. */
export function overdue(world: World, desk: Desk, orderNumber: string, began: number): string[] {
  const at = checkedAt(world, desk, orderNumber);
  const isOver = namedRows(world, desk.shipments, orderNumber).every(({ cells }) =>
    /^(500|600|700|900) /.test(String(cells[desk.shipments.headers.indexOf("楽天ステータス")])),
  );
  return isOver || began - at < LIMIT
    ? []
    : [`nobody has asked for ${orderNumber} since ${new Date(at).toISOString()}`];
}

/** Looked at before now, and not before the order was made. */
export const checkTimes: Invariant = {
  name: "each open row says when it was looked at",
  broken: (world, desk) => {
    world.comparisons.note(SHIPMENTS, HEADER);
    return [...desk.orders.values()].flatMap((order) => {
      const { progress } = expectedOrder(order, desk.now);
      if (progress >= 500 && progress !== 800) return [];
      return rowsOf(world, desk.shipments, order.orderNumber).flatMap(({ cells, index }) => {
        const at = momentIn(desk.shipments, cells, HEADER);
        const ordered = momentIn(desk.shipments, cells, "注文日時") ?? 0;
        return at !== undefined && at <= desk.now + BLUR && at >= ordered - BLUR
          ? []
          : [`row ${index + 1} says ${JSON.stringify(cells[desk.shipments.headers.indexOf(HEADER)])}`];
      });
    });
  },
};
