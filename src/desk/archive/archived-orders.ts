import type { Book } from "../../workbook/commit/book.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { archivedOrderTable } from "./archived-order-table.ts";

/** Where orders went that left the list and that a search of the shop may still find; undefined of those on the list. */
export function archivedOrders(book: Pick<Book, "state">): (orderNumber: string) => string | undefined {
  const index = book.state(archivedOrderTable);
  if (index.rows.size === 0) return () => undefined;
  const list = book.state(shipmentTable);
  const listed = new Set([...list.rows.values()].map((row) => String(cellAt(list, row, "orderNumber"))));
  return (orderNumber) => {
    const row = listed.has(orderNumber) ? undefined : index.rows.get(orderNumber);
    return row === undefined ? undefined : String(cellAt(index, row, "place") ?? "");
  };
}
