import type { Serial } from "../../../core/jst.ts";
import { isFault, type RowFault } from "../../../core/problem.ts";
import type { HeldOrder, HeldRecord, Wanted } from "./held.ts";
import { recordPlan } from "./record-plan.ts";
import { NO_REPORT, type ReportCells } from "./report-cells.ts";
import type { ReportRow } from "./report-row.ts";
import { isUnderWay } from "./report-standing.ts";
import { basketOf, isCancelled, type Sending } from "./row-plan.ts";
import { sentRecords } from "./sent-records.ts";
import type { OrderResult } from "./settle.ts";

/** Blank records that RMS holds of a row and nothing is wanted for, of those that people chose to delete. */
export function leftoverRemoval(
  row: ReportRow,
  wanted: Wanted,
  order: HeldOrder,
  chosen: ReadonlySet<number>,
): Sending | undefined {
  const basket = basketOf(order, row);
  if (basket === undefined || isCancelled(order)) return undefined;
  const sent = sentRecords(row.report.sentRecords);
  const plan = recordPlan(wanted, sent, basket.records);
  const gone = plan.leftovers.filter(hasId).filter(({ detailId }) => chosen.has(detailId));
  if (gone.length === 0) return undefined;
  return {
    kind: "send",
    candidate: { row, wanted, sent },
    plan: { ...plan, sent: [...sent, ...gone.map((record) => ({ ...record, over: "削除" }) as const)] },
    records: gone.map(({ detailId }) => ({ detailId, remove: true })),
  };
}

const hasId = (record: HeldRecord): record is HeldRecord & { readonly detailId: number } => record.detailId !== null;

/**
 * Of a row of which nothing was reported but the removal of blank records: it has no report again once they are gone.
 * Undefined for every other row, and where the order tells nothing.
 */
export function settledRemoval(
  row: ReportRow,
  order: HeldOrder | RowFault | undefined,
  result: OrderResult | undefined,
  now: Serial,
): ReportCells | undefined {
  const removed = sentRecords(row.report.sentRecords);
  if (removed.length === 0 || !removed.every(({ over }) => over === "削除")) return undefined;
  if (order === undefined || isFault(order)) return undefined;
  const held = new Set(basketOf(order, row)?.records.map(({ detailId }) => detailId));
  const isDone = removed.every(({ detailId }) => !held.has(detailId));
  const isOver = result !== undefined || !isUnderWay(row.report, now);
  return isDone || isOver ? NO_REPORT : { ...row.report, reportState: "確認中" };
}
