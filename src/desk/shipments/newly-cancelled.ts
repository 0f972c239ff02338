import { isOrderNumber } from "../../shop/order-number.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { cellAt, type SheetState } from "../../workbook/read/snapshot.ts";
import type { Shipment } from "./rules/shipment.ts";
import { hasLeft } from "./rules/staff-entries.ts";
import { shipmentTable } from "./shipment-table.ts";

/** Orders that the list did not have as cancelled yet, and of which a parcel may be on its way: labelled, shipped or reported. */
export function newlyCancelled(list: SheetState, changed: readonly Shipment[]): string[] {
  const orders = changed.flatMap((shipment) => {
    const row = shipment.state === "取消" ? list.rows.get(keyOf(shipmentTable, shipment)) : undefined;
    if (row === undefined || cellAt(list, row, "state") === "取消" || !isOrderNumber(shipment.orderNumber)) return [];
    const text = (name: string) => String(cellAt(list, row, name) ?? "");
    const isOnItsWay =
      text("trackingNumber") !== "" ||
      hasLeft({ shippingStatus: text("shippingStatus") }) ||
      text("reportState") !== "";
    return isOnItsWay ? [shipment.orderNumber] : [];
  });
  return [...new Set(orders)];
}
