import { groupedBy } from "../../core/grouped.ts";
import { type Serial, serialOf } from "../../core/jst.ts";
import { isFault } from "../../core/problem.ts";
import { isCancelledReport } from "./cancelled-notice.ts";
import { type Course, type HeldOrders, put, rowOf } from "./course.ts";
import { type Candidate, type JudgeContext, type Judged, judge } from "./rules/judge.ts";
import { NO_REPORT, type ReportCells } from "./rules/report-cells.ts";
import { PATIENCE } from "./rules/report-standing.ts";
import { texts } from "./rules/report-texts.ts";
import { type RowPlan, refusedCells, rowPlan, type Sending } from "./rules/row-plan.ts";
import { settledAsIs } from "./rules/settle.ts";

export interface DueReports extends Judged {
  /** By order number. */
  readonly orders: ReadonlyMap<string, readonly Candidate[]>;
  /** Those that wait, since RMS may be at work on a report of their order. */
  readonly delayed: readonly Candidate[];
}

/** What people entered and RMS was not told of yet. Orders of which anything is under way wait for its outcome. */
export function dueReports(course: Course, rules: Omit<JudgeContext, "now">): DueReports {
  const judged = judge([...course.rows.values()], { ...rules, now: serialOf(course.now()) });
  const waiting = new Set(judged.underWay.map(({ orderNumber }) => orderNumber));
  const now = serialOf(course.now());
  const waits = ({ row: { orderNumber, report } }: Candidate): boolean =>
    waiting.has(orderNumber) || (course.lost.size > 0 && report.reportBatch === "") || mayStillRun(report, now);
  const candidates = judged.candidates.filter((candidate) => !waits(candidate));
  return {
    ...judged,
    candidates,
    orders: groupedBy(candidates, ({ row }) => row.orderNumber),
    delayed: judged.candidates.filter(waits),
  };
}

/** A cancellation ends a report on its row at once, and may be withdrawn while RMS has the report before it. */
const mayStillRun = (report: ReportCells, now: Serial): boolean =>
  isCancelledReport(report) && report.reportedAt !== null && now - report.reportedAt < PATIENCE;

/** What the guards refuse stands on its row; an earlier refusal that no longer holds is taken back. */
export function putRefusals(course: Course, { candidates, delayed, refused, underWay }: DueReports): void {
  const judged = new Set([...candidates, ...delayed, ...refused].map(({ row }) => row.key));
  for (const { key } of underWay) judged.add(key);
  for (const { key, report } of course.rows.values())
    if (!judged.has(key) && report.reportState === "エラー" && report.sentRecords === "") put(course, key, NO_REPORT);
  for (const { row, reason, held } of refused) if (!held) put(course, row.key, refusedCells(row.report, reason));
}

/** The candidates of orders by what RMS holds of them right now. */
export const plannedRows = (candidates: readonly Candidate[], held: HeldOrders): RowPlan[] =>
  candidates.map((candidate) => {
    const order = held.get(candidate.row.orderNumber);
    if (order === undefined || !isFault(order)) return rowPlan(candidate, order);
    return { kind: "refused", candidate, reason: texts.unread(order.reason), cancelled: false, leftovers: [] };
  });

/** Puts what needs no report; what remains is to be sent. */
export function putPlanned(course: Course, plans: readonly RowPlan[], held: HeldOrders): Sending[] {
  const sendings: Sending[] = [];
  for (const plan of plans) {
    const row = rowOf(course, plan.candidate.row.key);
    const { key, report, orderNumber } = row;
    if (plan.kind === "send") sendings.push(plan);
    else if (plan.kind === "refused") put(course, key, refusedCells(report, plan.reason));
    else {
      const done = { ...plan, candidate: { ...plan.candidate, row } };
      put(course, key, settledAsIs(done, held.get(orderNumber), serialOf(course.now())));
    }
  }
  return sendings;
}
