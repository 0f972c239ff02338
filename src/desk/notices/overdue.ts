import { serialOf } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import { runId } from "../../run/log.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { dayOf, isClosingDue } from "./rules/due.ts";
import { isOverdue } from "./rules/overdue.ts";
import { withNews } from "./rules/queue.ts";
import { storedNotices, storeNotices } from "./stored-notices.ts";

/** Once a day after the shop has closed: queues which parcels should have left by then. A list that cannot be read is not looked at again that day. */
export function closingLook(platform: Platform): void {
  const now = platform.clock.now();
  const state = storedNotices(platform);
  if (!isClosingDue(state, storedSettings(platform), now)) return;
  const after = withNews(state, { kind: "overdue", items: overdueOrders(platform, now) }, now);
  storeNotices(platform, state, { ...after, closedOn: dayOf(now) });
}

/** The order of each such row. What people typed over a number may be anything, so that such a row is told by where it stands. */
function overdueOrders(platform: Platform, now: Date): string[] {
  try {
    const list = openBook({ ...platform, tables: [shipmentTable], run: runId(now) }).state(shipmentTable);
    const number = (cell: unknown) => (typeof cell === "number" ? cell : null);
    return [...list.rows.values()].flatMap((row) => {
      const parcel = {
        state: String(cellAt(list, row, "state")),
        shippingStatus: String(cellAt(list, row, "shippingStatus")),
        shipOn: number(cellAt(list, row, "shipOn")),
        wishedDate: number(cellAt(list, row, "wishedDate")),
      };
      const orderNumber = String(cellAt(list, row, "orderNumber"));
      const item = isOrderNumber(orderNumber) ? orderNumber : `${row.index + 1}行目`;
      return isOverdue(parcel, serialOf(now)) ? [item] : [];
    });
  } catch (error) {
    platform.report(error);
    return [];
  }
}
