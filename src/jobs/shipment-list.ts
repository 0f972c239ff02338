import type { RowFault } from "../domain/problem.ts";
import type { Shipment, ShipmentLine } from "../domain/shipment.ts";
import { isOpen, type KnownShipment } from "../domain/shipment-merge.ts";
import { cellAt, isIntact, type SheetRow, type SheetState, valuesOf } from "../workbook/snapshot.ts";
import { keyOf } from "../workbook/table.ts";
import { shipmentLineTable } from "../workbook/tables/shipment-line-table.ts";
import type { shipmentTable } from "../workbook/tables/shipment-table.ts";

/** What the list has of each order. */
export interface ShipmentList {
  readonly shipmentsOf: (orderNumber: string) => KnownShipment[];
  /** Lines that the list has and the order no longer: they stay, with nothing left to pack. */
  readonly linesGone: (orderNumber: string, present: readonly ShipmentLine[]) => ShipmentLine[];
  /** Orders whose rows may have changed at the shop, and those whose rows no longer are what an import wrote. */
  readonly toRefresh: () => string[];
  readonly faults: readonly RowFault[];
}

export function shipmentList(shipments: SheetState, lines: SheetState): ShipmentList {
  const shipmentRows = byOrder(shipments);
  const lineRows = byOrder(lines);
  const known = (row: SheetRow): KnownShipment => ({
    shipment: valuesOf<typeof shipmentTable>(shipments, row) as Shipment,
    intact: isIntact(shipments, row),
  });
  return {
    shipmentsOf: (orderNumber) => (shipmentRows.get(orderNumber) ?? []).map(known),
    linesGone: (orderNumber, present) => {
      const keys = new Set(present.map((line) => keyOf(shipmentLineTable, line)));
      const before = (lineRows.get(orderNumber) ?? []).map(
        (row) => valuesOf<typeof shipmentLineTable>(lines, row) as ShipmentLine,
      );
      return before.filter((line) => !keys.has(keyOf(shipmentLineTable, line))).map((line) => ({ ...line, units: 0 }));
    },
    toRefresh: () =>
      [
        ...[...shipmentRows].filter(([, rows]) =>
          rows.some(
            (row) => isOpen({ progress: String(cellAt(shipments, row, "progress")) }) || !isIntact(shipments, row),
          ),
        ),
        ...[...lineRows].filter(
          ([orderNumber, rows]) => shipmentRows.has(orderNumber) && rows.some((row) => !isIntact(lines, row)),
        ),
      ].map(([orderNumber]) => orderNumber),
    faults: [...shipments.faults, ...lines.faults],
  };
}

function byOrder(state: SheetState): Map<string, SheetRow[]> {
  const orders = new Map<string, SheetRow[]>();
  for (const row of state.rows.values()) {
    const number = String(cellAt(state, row, "orderNumber"));
    const rows = orders.get(number);
    if (rows === undefined) orders.set(number, [row]);
    else rows.push(row);
  }
  return orders;
}
