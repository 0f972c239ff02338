import type { Serial } from "../../../core/jst.ts";
import { isFault, type RowFault } from "../../../core/problem.ts";
import type { HeldOrder, HeldRecord } from "./held.ts";
import { recordPlan } from "./record-plan.ts";
import type { ReportCells } from "./report-cells.ts";
import type { ReportRow } from "./report-row.ts";
import { isUnderWay, PATIENCE, RESULT_LIFE } from "./report-standing.ts";
import { texts } from "./report-texts.ts";
import { basketOf, type Done, isCancelled, isFilled } from "./row-plan.ts";
import { oursIn, sentRecords, sentText, wantedOf } from "./sent-records.ts";

/** What RMS said of the order's part of a request; undefined while it has said nothing, and where there was no request. */
export interface OrderResult {
  readonly faults: readonly RowFault[];
}

type Reported = Pick<ReportRow, "basketId" | "report">;

/**
 * The report of a row after its order was read: what RMS holds decides, and the result tells why it does not hold what
 * was sent. `order` is a fault where it could not be read, undefined where RMS does not have it.
 */
export function settle(
  row: Reported,
  order: HeldOrder | RowFault | undefined,
  result: OrderResult | undefined,
  now: Serial,
): ReportCells {
  const { report } = row;
  if (order !== undefined && isFault(order)) return open(report, texts.unread(order.reason));
  const faults = (result?.faults ?? []).map(({ reason }) => reason);
  // Without an answer RMS may yet carry it out: nothing more may be sent before it had the time for that.
  const stop = (reason: string): ReportCells =>
    result === undefined && isUnderWay(report, now) ? open(report, reason) : failed(report, reason);
  if (order === undefined) return stop(texts.notInRms);
  const sent = sentRecords(report.sentRecords);
  const wanted = wantedOf(sent);
  const basket = basketOf(order, row);
  const plan = wanted && basket && recordPlan(wanted, sent, basket.records);
  if (plan === undefined || basket === undefined)
    return wasCancelled(order, result)
      ? failed(report, cancellation(faults))
      : stop([...faults, texts.noBasket(row.basketId)].join("\n"));
  const seen = { ...report, sentRecords: sentText(oursIn(basket.records, sent)) };
  const isOver = isCancelled(order);
  if (plan.complete && order.progress >= 500 && !isOver) return { ...seen, reportState: "送信済", reportMessage: "" };
  if (isOver) return failed(seen, cancellation(faults));
  if (plan.complete) {
    const reasons = whyOpen(order, basket.basketId, plan.leftovers);
    // Records that were there before, and were sent once more to close the order, prove nothing.
    const isSure = result !== undefined || reasons.length > 0 || !isUnderWay(report, now);
    if (!isSure) return waiting(report, now);
    return { ...seen, reportState: "一部送信済", reportMessage: reasons.join("\n") || texts.stillOpen };
  }
  if (faults.length > 0) return failed(seen, faults.join("\n"));
  return plan.refusal === undefined ? waiting(report, now) : stop(plan.refusal);
}

/** Of a row for which nothing is to be sent, since RMS holds it all. */
export function settledAsIs({ candidate: { row }, plan }: Done, order: HeldOrder | RowFault | undefined, now: Serial) {
  const report = { ...row.report, reportedAt: row.report.reportedAt ?? now, sentRecords: sentText(plan.sent) };
  return settle({ ...row, report }, order, undefined, now);
}

/** Cancelled at the shop, by its standing or by RMS's answer to the report: the loud case. */
export const wasCancelled = (order: HeldOrder | undefined, result: OrderResult | undefined): boolean =>
  (order !== undefined && isCancelled(order)) ||
  (result?.faults ?? []).some(({ reason }) => reason.includes("UPDATE_ORDERSHIPPING_ERROR_102"));

const cancellation = (faults: readonly string[]): string => [texts.cancelled, ...faults].join("\n");

const failed = (report: ReportCells, reason: string): ReportCells => ({
  ...report,
  reportState: "エラー",
  reportMessage: reason,
});

const open = (report: ReportCells, reason: string): ReportCells => ({
  ...report,
  reportState: "確認中",
  reportMessage: reason,
});

function waiting(report: ReportCells, now: Serial): ReportCells {
  const age = now - (report.reportedAt ?? now);
  if (age >= RESULT_LIFE) return { ...report, reportState: "期限切れ", reportMessage: texts.expired };
  if (age >= PATIENCE) return open(report, texts.resent);
  return open(report, report.reportRequest === "" ? texts.unanswered : texts.noResultYet);
}

/** What is known to keep the order from being closed, now that this destination has all its records. */
function whyOpen({ baskets }: HeldOrder, basketId: number, leftovers: readonly HeldRecord[]): string[] {
  const sisters = baskets.filter((basket) => basket.basketId !== basketId && !isFilled(basket));
  return [
    ...(leftovers.length > 0 ? [texts.blanksLeft(leftovers)] : []),
    ...(sisters.length > 0 ? [texts.sistersOpen(sisters.map((basket) => basket.basketId))] : []),
  ];
}
