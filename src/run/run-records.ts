import { serialOf } from "../core/jst.ts";
import { standing } from "../desk/connection/standing.ts";
import type { Platform } from "../platform/ports.ts";
import type { Book } from "../workbook/commit/book.ts";
import { type TableRows, tableRows } from "../workbook/commit/change-set.ts";
import type { DashboardRow } from "./dashboard-row.ts";
import { dashboardTable } from "./dashboard-table.ts";
import { logTable } from "./log-table.ts";
import { type LogLine, logRows, type Run } from "./run-log.ts";
import { emptyReport, reportText } from "./run-report.ts";

/** What every commit of a run carries beside its rows: the line of 連携ログ and the lines of ダッシュボード. */
export function runRecords(platform: Platform, run: Run, line: LogLine, book: Book): TableRows[] {
  return [
    logRows(run, line, book.state(logTable)),
    tableRows(dashboardTable, [...standing(platform, line.now), jobRow(run, line)]),
  ];
}

function jobRow(run: Run, { result, report = emptyReport, message, now }: LogLine): DashboardRow {
  return {
    item: run.title,
    state: result === "失敗" ? "異常" : report.faults.length > 0 ? "注意" : "正常",
    detail: `${result}: ${message ?? reportText(report)}`,
    faults: report.faults.length,
    updatedAt: serialOf(now),
  };
}
