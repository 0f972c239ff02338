import { serialOf } from "../../core/jst.ts";
import { earliestOrder } from "../../shop/order-number.ts";
import { MOST_PERIOD_DAYS } from "../../shop/search-window.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { removalsFor, rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { searchStart } from "../shipments/import-pass.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { archivedOrderTable } from "./archived-order-table.ts";
import type { DueOrder } from "./due-orders.ts";

/** Takes orders off both lists, each as a whole, and notes those that a search of the shop may still find. */
export function offTheList(book: Book, orders: readonly DueOrder[], place: string, now: Date): TableCells[] {
  const rows = (of: "shipments" | "lines") =>
    new Map(orders.flatMap((order) => [...order[of].keys()].map((key) => [key, order.orderNumber] as const)));
  const isFound = found(book, now);
  const archivedAt = serialOf(now);
  return [
    removalsFor(shipmentTable, rows("shipments")),
    removalsFor(shipmentLineTable, rows("lines")),
    rowsFor(
      archivedOrderTable,
      "archive",
      orders
        .filter(({ orderNumber }) => isFound(orderNumber))
        .map(({ orderNumber }) => ({ orderNumber, place, archivedAt })),
    ),
  ];
}

/** Notes of orders that no search finds any more. */
export function outdated(book: Book, now: Date): TableCells {
  const isFound = found(book, now);
  const over = [...book.state(archivedOrderTable).rows.keys()].filter((orderNumber) => !isFound(orderNumber));
  return removalsFor(archivedOrderTable, new Map(over.map((orderNumber) => [orderNumber, orderNumber])));
}

/** However long people set 出荷指示取得期間, and with the days that an outage may add to it. */
function found(book: Book, now: Date): (orderNumber: string) => boolean {
  const since = searchStart({ book, periodDays: MOST_PERIOD_DAYS, now });
  return (orderNumber) => (earliestOrder(orderNumber) ?? now) >= new Date(since.getTime() - GRACE);
}

const GRACE = 2 * 86_400_000;

/** Those of the orders that either list still has rows of. */
export function listedAmong(book: Book, orderNumbers: readonly string[]): string[] {
  const listed = new Set<string>();
  for (const table of [shipmentTable, shipmentLineTable]) {
    const state = book.state(table);
    for (const row of state.rows.values()) listed.add(String(cellAt(state, row, "orderNumber")));
  }
  return orderNumbers.filter((orderNumber) => listed.has(orderNumber));
}
