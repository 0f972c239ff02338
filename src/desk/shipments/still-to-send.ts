import { keyOf } from "../../workbook/declare/key.ts";
import { cellAt, type SheetState } from "../../workbook/read/snapshot.ts";
import { isToPack } from "./rules/open-rows.ts";
import type { Shipment } from "./rules/shipment.ts";
import { shipmentTable } from "./shipment-table.ts";

type Sent = Pick<Shipment, "state" | "deliveryMethod" | "rakutenCarrier">;

/** What is still to be sent of 出荷リスト, once `changed` is written. */
export function stillToSend(list: SheetState, changed: readonly Shipment[]): Sent[] {
  const after = new Map<string, Sent>(changed.map((shipment) => [keyOf(shipmentTable, shipment), shipment]));
  const listed = [...list.rows].flatMap(([key, row]): Sent[] => {
    if (after.has(key)) return [];
    const at = (name: keyof Sent) => String(cellAt(list, row, name) ?? "");
    return [
      {
        state: at("state") as Sent["state"],
        deliveryMethod: at("deliveryMethod"),
        rakutenCarrier: at("rakutenCarrier"),
      },
    ];
  });
  return [...listed, ...after.values()].filter(isToPack);
}
