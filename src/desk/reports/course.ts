import { chunks } from "../../core/chunks.ts";
import { groupedBy } from "../../core/grouped.ts";
import { serialOf } from "../../core/jst.ts";
import { isFault, type RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import { shippingStates } from "../../rms/shipping/shipment-reports.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { OpenRequest } from "./open-requests.ts";
import type { Receipts } from "./receipts.ts";
import type { HeldOrder } from "./rules/held.ts";
import { settledRemoval } from "./rules/removal.ts";
import type { ReportCells } from "./rules/report-cells.ts";
import type { ReportRow } from "./rules/report-row.ts";
import { isOpenReport } from "./rules/report-standing.ts";
import { type OrderResult, settle } from "./rules/settle.ts";

/** The reports of 出荷リスト on their way through a run: as they stand now, which of them are not written yet, and what RMS is at work on. */
export interface Course {
  readonly rms: Rms;
  readonly now: () => Date;
  /** By key, from the top of the list. */
  readonly rows: Map<string, ReportRow>;
  readonly changed: Set<string>;
  /** Rows that RMS or our own guards refused, and why. */
  readonly faults: Map<string, RowFault>;
  requests: readonly OpenRequest[];
  readonly receipts: Receipts;
  /** By batch, rows that RMS may be at work on and nobody finds any more: rows without a report may be they, back with an import. */
  lost: ReadonlyMap<string, number>;
}

/** How many rows wait for each batch's outcome; batches that nobody waits for are gone. */
export function waitedFor({ rows, requests, lost }: Course): OpenRequest[] {
  const open = openByBatch(rows.values());
  return requests.flatMap((request) => {
    const count = (open.get(request.batch)?.length ?? 0) + (lost.get(request.batch) ?? 0);
    return count === 0 ? [] : [{ ...request, rows: count }];
  });
}

export const openByBatch = (rows: Iterable<ReportRow>): Map<string, ReportRow[]> =>
  groupedBy(
    [...rows].filter(({ report }) => isOpenReport(report)),
    ({ report }) => report.reportBatch,
  );

export const rowOf = ({ rows }: Course, key: string): ReportRow => {
  const row = rows.get(key);
  if (row === undefined) throw new Error("a report of no row");
  return row;
};

export function put(course: Course, key: string, report: ReportCells): void {
  const row = rowOf(course, key);
  course.rows.set(key, { ...row, report });
  course.changed.add(key);
  if (report.reportState === "エラー")
    course.faults.set(key, {
      subject: row.orderNumber,
      reason: report.reportMessage.replace(/\n/g, " "),
      place: { sheet: shipmentTable.sheet, key },
    });
  else course.faults.delete(key);
}

export const rowsByOrder = (rows: Iterable<ReportRow>): Map<string, ReportRow[]> =>
  groupedBy(rows, ({ orderNumber }) => orderNumber);

/** What RMS holds of orders, by number; those that it does not have are not among them. */
export type HeldOrders = ReadonlyMap<string, HeldOrder | RowFault>;

export function heldOrders({ rms }: Pick<Course, "rms">, numbers: readonly string[]): HeldOrders {
  const held = new Map<string, HeldOrder | RowFault>();
  for (const some of chunks(numbers, ORDERS_PER_CALL))
    for (const state of shippingStates(rms, some)) held.set(isFault(state) ? state.subject : state.orderNumber, state);
  return held;
}

/** The row by what RMS holds of its order now. */
export function settleRow(course: Course, key: string, held: HeldOrders, result?: OrderResult): void {
  const row = rowOf(course, key);
  const order = held.get(row.orderNumber);
  const now = serialOf(course.now());
  put(course, key, settledRemoval(row, order, result, now) ?? settle(row, order, result, now));
}
