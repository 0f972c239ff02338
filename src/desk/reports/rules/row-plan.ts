import { groupedBy } from "../../../core/grouped.ts";
import type { Serial } from "../../../core/jst.ts";
import type { HeldOrder, HeldRecord } from "./held.ts";
import type { Candidate } from "./judge.ts";
import { type PlannedRecord, type RecordPlan, recordPlan } from "./record-plan.ts";
import type { ReportCells } from "./report-cells.ts";
import type { ReportRow } from "./report-row.ts";
import { isSettled } from "./report-standing.ts";
import { texts } from "./report-texts.ts";
import { sentText } from "./sent-records.ts";

/** What a report has to tell of a row, now that RMS has shown what it holds. */
export type RowPlan = Sending | Done | Stopped;

export interface Sending {
  readonly kind: "send";
  readonly candidate: Candidate;
  readonly plan: RecordPlan;
  readonly records: readonly PlannedRecord[];
}

/** RMS has it all: `settle` says what that makes of the row. */
export interface Done {
  readonly kind: "done";
  readonly candidate: Candidate;
  readonly plan: RecordPlan;
}

export interface Stopped {
  readonly kind: "refused";
  readonly candidate: Candidate;
  readonly reason: string;
  /** The order was cancelled at the shop: people have to hear of it at once. */
  readonly cancelled: boolean;
  readonly leftovers: readonly HeldRecord[];
}

export function rowPlan(candidate: Candidate, order: HeldOrder | undefined): RowPlan {
  const stop = (reason: string, cancelled = false): Stopped => ({
    kind: "refused",
    candidate,
    reason,
    cancelled,
    leftovers: [],
  });
  if (order === undefined) return stop(texts.notInRms);
  if (isCancelled(order)) return stop(texts.cancelled, true);
  if (order.progress < 300 || order.progress === 400) return stop(texts.notReady(order.progress));
  const { row, wanted, sent } = candidate;
  const basket = basketOf(order, row);
  if (basket === undefined) return stop(texts.noBasket(row.basketId));
  const plan = recordPlan(wanted, sent, basket.records);
  if (plan.refusal !== undefined) return { ...stop(plan.refusal), leftovers: plan.leftovers };
  if (plan.records.length > 0) return { kind: "send", candidate, plan, records: plan.records };
  // Numbers that came into RMS by a file close nothing: a report of the same records does.
  const closes =
    order.progress < 500 && !isSettled(row.report) && order.baskets.every(isFilled) && plan.again.length > 0;
  return closes ? { kind: "send", candidate, plan, records: plan.again } : { kind: "done", candidate, plan };
}

export const isCancelled = ({ progress }: HeldOrder): boolean => progress === 800 || progress === 900;

export const basketOf = (order: HeldOrder, { basketId }: Pick<ReportRow, "basketId">) =>
  order.baskets.find((basket) => String(basket.basketId) === basketId);

/** Nothing is missing in any of its records, whether or not they have numbers. */
export const isFilled = ({ records }: HeldOrder["baskets"][number]): boolean =>
  records.length > 0 && records.every(({ carrier, shippedOn }) => carrier !== "" && shippedOn !== null);

/** A report as `sendShipmentReports` takes it. */
export interface PlannedReport {
  readonly orderNumber: string;
  readonly baskets: readonly { readonly basketId: number; readonly records: readonly PlannedRecord[] }[];
}

/** One entry an order, whatever many of its destinations are reported. */
export const reportsOf = (rows: readonly Sending[]): PlannedReport[] =>
  [...groupedBy(rows, ({ candidate }) => candidate.row.orderNumber)].map(([orderNumber, sendings]) => ({
    orderNumber,
    baskets: sendings.map(({ candidate, records }) => ({ basketId: Number(candidate.row.basketId), records })),
  }));

/** What is committed before the report is sent. */
export const intentCells = ({ plan }: Sending, batch: string, now: Serial): ReportCells => ({
  reportState: "送信待ち",
  reportMessage: texts.intended,
  reportedAt: now,
  sentRecords: sentText(plan.sent),
  reportBatch: batch,
  reportRequest: "",
});

/** What is committed once RMS has given its receipt. */
export const receiptCells = (report: ReportCells, requestId: string): ReportCells => ({
  ...report,
  reportState: "送信中",
  reportMessage: texts.underway,
  reportRequest: requestId,
});

/** What the row says when nothing of it was sent. What RMS was told before stays as it was. */
export const refusedCells = (report: ReportCells, reason: string): ReportCells => ({
  ...report,
  reportState: "エラー",
  reportMessage: reason,
});
