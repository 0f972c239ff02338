import { keyOf } from "../../workbook/declare/key.ts";
import { cellAt, type SheetState } from "../../workbook/read/snapshot.ts";
import type { Shipment, ShipmentState } from "./rules/shipment.ts";
import { shipmentTable } from "./shipment-table.ts";

/** How many rows of 出荷リスト are in each state, once `changed` is written. */
export function statesAfter(list: SheetState, changed: readonly Shipment[]): ReadonlyMap<ShipmentState, number> {
  const after = new Map(changed.map((shipment) => [keyOf(shipmentTable, shipment), shipment.state]));
  const added = [...after].flatMap(([key, state]) => (list.rows.has(key) ? [] : [state]));
  const known = [...list.rows].map(([key, row]) => after.get(key) ?? (cellAt(list, row, "state") as ShipmentState));
  const counts = new Map<ShipmentState, number>();
  for (const state of [...added, ...known]) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}
