import type { RowFault } from "../../core/problem.ts";
import { isOrderNumber, shopOf } from "../../shop/order-number.ts";
import { isBlank } from "../../workbook/cell.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { personalColumns } from "../../workbook/declare/table.ts";
import { cellAt, intactFor, type SheetRow, type SheetState, valuesOf } from "../../workbook/read/snapshot.ts";
import { keepingOldTick } from "./rules/report-permission.ts";
import type { Shipment, ShipmentLine } from "./rules/shipment.ts";
import type { ListedShipment } from "./rules/shipment-changes.ts";
import type { KnownOrder } from "./rules/shipment-merge.ts";
import type { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentTable } from "./shipment-table.ts";

export type Destination = Pick<Shipment, "orderNumber" | "basketId">;

/** What the list has of each order. */
export interface ShipmentList {
  readonly order: (orderNumber: string) => KnownOrder;
  /** The rows of an order as people count them, from the top of the sheet; none when it is not on the list. */
  readonly rowNumbers: (orderNumber: string) => number[];
  readonly has: (orderNumber: string) => boolean;
  /** All of them, but for what people typed into 注文番号. */
  readonly numbers: () => string[];
  /** Those with a row that waits for people or for Rakuten. */
  readonly waiting: () => string[];
  /** Rows of imports whose number somebody typed over: not to be packed as they are. */
  readonly misnumbered: readonly Shipment[];
  /** Whether personal data of this destination was erased. */
  readonly isErased: (destination: Destination) => boolean;
  /** The shop's number, with which each of its order numbers begins; undefined while the list is empty. */
  readonly shopNumber: () => string | undefined;
  readonly faults: readonly RowFault[];
}

export function shipmentList(shipments: SheetState, lines: SheetState): ShipmentList {
  const shipmentRows = byOrder(shipments);
  const lineRows = byOrder(lines);
  const misnumbered = [...shipmentRows].flatMap(([text, rows]) => (isOrderNumber(text) ? [] : rows));
  const isErased = (row: SheetRow | undefined): boolean => row !== undefined && isErasedRow(shipments, row);
  const isIntact = intactFor(shipments, "import");
  const isIntactLine = intactFor(lines, "import");
  const waits = (row: SheetRow) => ["要確認", "保留"].includes(String(cellAt(shipments, row, "state")));
  const shipmentOf = (row: SheetRow) => valuesOf<typeof shipmentTable>(shipments, row) as ListedShipment;
  return {
    order: (orderNumber) => ({
      shipments: (shipmentRows.get(orderNumber) ?? []).map((row) => ({
        shipment: shipmentOf(row),
        intact: isIntact(row),
      })),
      lines: (lineRows.get(orderNumber) ?? []).map((row) => ({
        line: valuesOf<typeof shipmentLineTable>(lines, row) as ShipmentLine,
        intact: isIntactLine(row),
      })),
    }),
    isErased: (destination) => isErased(shipments.rows.get(keyOf(shipmentTable, destination))),
    rowNumbers: (orderNumber) => (shipmentRows.get(orderNumber) ?? []).map(({ index }) => index + 1),
    shopNumber: () => [...shipmentRows.keys()].map(shopOf).find(Boolean),
    has: (orderNumber) => shipmentRows.has(orderNumber),
    numbers: () => [...shipmentRows.keys()].filter(isOrderNumber),
    waiting: () =>
      [...shipmentRows].flatMap(([number, rows]) => (isOrderNumber(number) && rows.some(waits) ? [number] : [])),
    misnumbered: misnumbered
      .filter((row) => cellAt(shipments, row, "seal") !== null)
      .map(shipmentOf)
      .map((row) => ({ ...row, state: "要確認", questions: keepingOldTick(MISNUMBERED, row.questions) })),
    faults: [...shipments.faults, ...lines.faults, ...misnumbered.map(misnumberedRow)],
  };
}

const FIELD = shipmentTable.columns.orderNumber.header;
const MISNUMBERED = `「${FIELD}」が注文番号の形式ではないため、取込の対象外です。正しい番号に直すか、内容をほかの列へ移してください。`;

/** A note of staff, or the number of an order typed over. RMS may refuse a whole call for it. */
const misnumberedRow = ({ index }: SheetRow): RowFault => ({
  subject: `${index + 1}行目`,
  reason: `「${shipmentTable.sheet}」の${index + 1}行目は、${MISNUMBERED}`,
  place: { sheet: shipmentTable.sheet, row: index + 1 },
});

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

/**
 * What stands in the cell alone proves nothing: whatever people type or paste there, an address that is still there, or that an
 * order still waits for, goes on being followed.
 */
function isErasedRow(shipments: SheetState, row: SheetRow): boolean {
  const [erasedAt, orderedAt] = [cellAt(shipments, row, "erasedAt"), cellAt(shipments, row, "orderedAt")];
  if (typeof erasedAt !== "number" || erasedAt < Number(orderedAt ?? 0)) return false;
  return personalColumns(shipmentTable, ["data"]).every((name) => isBlank(cellAt(shipments, row, name)));
}
