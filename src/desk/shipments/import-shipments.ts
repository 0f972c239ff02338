import { dashboardTable } from "../../run/dashboard-table.ts";
import { logTable } from "../../run/log-table.ts";
import type { Desk, Job } from "../../run/run.ts";
import { emptyReport, type RunReport, withSkipped } from "../../run/run-report.ts";
import { type TableRows, tableRows } from "../../workbook/commit/change-set.ts";
import { rowsFilledIn } from "../masters/unknown-values.ts";
import { listSummary } from "./list-summary.ts";
import { faultyOrders, resolvedFaults } from "./resolved-faults.ts";
import { IMPORT, shipmentImport, shipmentTables } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";

/** Brings the orders that became shipments into 出荷リスト and 出荷明細, and refreshes those that are not shipped yet. */
export const importShipments: Job = {
  name: IMPORT,
  title: "出荷指示を取得",
  tables: shipmentTables,
  work,
};

function work(desk: Desk): RunReport {
  const log = desk.book.state(logTable);
  const { found, total, list, steps } = shipmentImport(desk, faultyOrders(log, IMPORT));
  let report: RunReport = { ...emptyReport, found, faults: list.faults };
  let filledIn: readonly TableRows[] = rowsFilledIn(desk.book);
  for (const step of steps) {
    const more = step.done < total;
    const outOfTime = more && desk.now() >= desk.deadline;
    const faults = [...report.faults, ...step.faults];
    const resolved = resolvedFaults(log, IMPORT, step.numbers, faults, !more);
    const summary = listSummary(desk.book.state(shipmentTable), step.shipments, desk.now());
    const rows = [...step.rows, ...filledIn, ...resolved, tableRows(dashboardTable, [summary])];
    const counts = desk.book.preview({ rows: step.rows }).get(shipmentTable);
    report = {
      ...report,
      added: report.added + (counts?.added ?? 0),
      updated: report.updated + (counts?.updated ?? 0),
      skipped: withSkipped(report.skipped, step.skipped),
      faults,
      finished: !more,
    };
    desk.commit({ rows, cursors: step.cursors }, report, more && !outOfTime);
    filledIn = [];
    if (outOfTime) break;
    if (more) desk.progress(`${step.done} / ${total}件を確認しました。`);
  }
  return report;
}
