import { DAY } from "../../core/jst.ts";
import type { Rms } from "../../rms/client/client.ts";
import { type ReportResult, shipmentReportResults } from "../../rms/shipping/shipment-reports.ts";
import {
  type Course,
  type HeldOrders,
  heldOrders,
  openByBatch,
  put,
  rowsByOrder,
  settleRow,
  waitedFor,
} from "./course.ts";
import type { ReportRow } from "./rules/report-row.ts";
import { isOpenReport, PATIENCE } from "./rules/report-standing.ts";

/**
 * Brings to an end what earlier runs began: RMS is asked for the outcome of each request, and what the orders hold decides.
 * It only reads at the shop.
 */
export function settleEarlier(course: Course): HeldOrders {
  rememberReceipts(course);
  const open = [...course.rows.values()].filter(({ report }) => isOpenReport(report));
  const lost = lostRows(course);
  const results = resultsOf(course.rms, [
    ...open.map(({ report }) => report.reportRequest),
    ...course.requests.filter(({ batch }) => lost.has(batch)).map(({ requestId }) => requestId),
  ]);
  const unsettled = [...course.rows.values()].filter(isUnsettled);
  const held = settleOrders(
    course,
    unsettled.map(({ orderNumber }) => orderNumber),
    results,
  );
  const over = course.requests.filter(
    ({ requestId, since }) => results.get(requestId) !== undefined || course.now().getTime() - since >= PATIENCE * DAY,
  );
  for (const { batch } of over) lost.delete(batch);
  course.lost = lost;
  course.requests = waitedFor(course);
  return held;
}

/** 一部送信済 may have become 送信済 by what happened to another destination. */
const isUnsettled = ({ report }: Pick<ReportRow, "report">): boolean =>
  isOpenReport(report) || report.reportState === "一部送信済";

/** All rows of these orders that are not settled for good, by what RMS holds of them and says of their requests. */
export function settleOrders(course: Course, numbers: readonly string[], results: Results): HeldOrders {
  const orders = rowsByOrder(course.rows.values());
  const asked = [...new Set(numbers)];
  const held = heldOrders(course, asked);
  for (const { key, report, orderNumber } of asked.flatMap((number) => orders.get(number) ?? []))
    if (isUnsettled({ report })) settleRow(course, key, held, results.get(report.reportRequest)?.get(orderNumber));
  return held;
}

/** A receipt that came is kept before the rows that it is for are written; what was never sent is free to be sent. */
function rememberReceipts(course: Course): void {
  course.requests = course.requests.map((request) => ({
    ...request,
    requestId: request.requestId || course.receipts.of(request.batch),
  }));
  const receipts = new Map(course.requests.map(({ batch, requestId }) => [batch, requestId]));
  for (const { key, report } of course.rows.values()) {
    if (!isOpenReport(report) || report.reportRequest !== "") continue;
    const requestId = receipts.get(report.reportBatch) ?? "";
    if (requestId !== "") put(course, key, { ...report, reportRequest: requestId });
    else if (course.receipts.isUnsent(report.reportBatch))
      put(course, key, { ...report, reportState: "", reportMessage: "" });
  }
}

/** How many rows of a batch nobody finds any more: deleted, or typed over. */
function lostRows(course: Course): Map<string, number> {
  const open = openByBatch(course.rows.values());
  return new Map(
    course.requests.flatMap(({ batch, rows }) => {
      if (course.receipts.isUnsent(batch)) return [];
      const lost = rows - (open.get(batch)?.length ?? 0);
      return lost > 0 ? [[batch, lost] as const] : [];
    }),
  );
}

/** By request; undefined while RMS tells nothing. */
export type Results = ReadonlyMap<string, ReadonlyMap<string, ReportResult> | undefined>;

const resultsOf = (rms: Rms, requestIds: Iterable<string>): Results =>
  new Map([...new Set(requestIds)].filter(Boolean).map((requestId) => [requestId, resultOf(rms, requestId)]));

/** By order number; undefined while RMS tells nothing. */
export function resultOf(rms: Rms, requestId: string): ReadonlyMap<string, ReportResult> | undefined {
  const results = shipmentReportResults(rms, requestId);
  return results === undefined ? undefined : new Map(results.map((result) => [result.orderNumber, result]));
}
