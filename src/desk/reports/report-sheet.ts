import { serialOfRms } from "../../core/jst.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { cellAt, intactFor, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { recordsIn } from "../shipments/rules/rms-facts.ts";
import type { Shipment } from "../shipments/rules/shipment.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { HeldRecord } from "./rules/held.ts";
import { NO_REPORT, type ReportCells, type ReportState } from "./rules/report-cells.ts";
import type { ReportRow } from "./rules/report-row.ts";

/** Whether parcels of a 配送方法, with the carrier at purchase, have no number. */
export type Untracked = (method: string, rakutenCarrier: string) => boolean;

/** 出荷リスト as the reports need it, from the top. What stands there without an order's number cannot be reported. */
export function reportRows(book: Book, untracked: Untracked): ReportRow[] {
  const list = book.state(shipmentTable);
  const isProven = book.proven(shipmentTable);
  const reportOf = reportCellsOf(list);
  return [...list.rows].flatMap(([key, row]) => {
    const text = (name: string) => String(cellAt(list, row, name) ?? "");
    if (!isOrderNumber(text("orderNumber"))) return [];
    const shippedOn = cellAt(list, row, "shippedOn");
    const orderedAt = cellAt(list, row, "orderedAt");
    return [
      {
        key,
        orderNumber: text("orderNumber"),
        basketId: text("basketId"),
        state: text("state") as Shipment["state"],
        questions: text("questions"),
        orderedAt: typeof orderedAt === "number" ? orderedAt : null,
        carrier: text("carrier"),
        trackingNumber: text("trackingNumber"),
        shippedOn: typeof shippedOn === "number" ? shippedOn : String(shippedOn ?? "") || null,
        shippingStatus: text("shippingStatus"),
        cancelConfirmed: cellAt(list, row, "cancelConfirmed") === true,
        untracked: untracked(text("deliveryMethod"), text("rakutenCarrier")),
        proven: isProven(key),
        listed: listedRecords({
          rmsDetailIds: text("rmsDetailIds"),
          rmsCarriers: text("rmsCarriers"),
          rmsTrackingNumbers: text("rmsTrackingNumbers"),
          rmsShippedOn: text("rmsShippedOn"),
        }),
        report: reportOf(row),
      },
    ];
  });
}

/** By key, the row of 出荷リスト as people count them. */
export function rowNumbersIn(book: Book): (key: string) => number {
  const { rows } = book.state(shipmentTable);
  return (key) => (rows.get(key)?.index ?? 0) + 1;
}

/** Cells that somebody typed over tell nothing: then what RMS holds of the row decides alone. */
function reportCellsOf(list: SheetState): (row: SheetRow) => ReportCells {
  const isIntact = intactFor(list, "report");
  return (row) => {
    if (!isIntact(row)) return NO_REPORT;
    const text = (name: string) => String(cellAt(list, row, name) ?? "");
    const reportedAt = cellAt(list, row, "reportedAt");
    return {
      reportState: text("reportState") as ReportState | "",
      reportMessage: text("reportMessage"),
      reportedAt: typeof reportedAt === "number" ? reportedAt : null,
      sentRecords: text("sentRecords"),
      reportBatch: text("reportBatch"),
      reportRequest: text("reportRequest"),
    };
  };
}

/** What RMS held at the last import. */
const listedRecords = (cells: Parameters<typeof recordsIn>[0]): HeldRecord[] =>
  recordsIn(cells).map((record) => ({
    ...record,
    shippedOn: serialOfRms(record.shippedOn.replace(/\//g, "-")) ?? null,
  }));

export const reportCells = (rows: readonly ReportRow[]): TableCells =>
  rowsFor(
    shipmentTable,
    "report",
    rows.map(({ orderNumber, basketId, report }) => ({ orderNumber, basketId, ...report })),
  );
