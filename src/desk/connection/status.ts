import type { Platform } from "../../platform/ports.ts";
import { alone } from "../../run/alone.ts";
import { type DashboardRow, linesOf, plansOf } from "../../run/dashboard-row.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { runId } from "../../run/log.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { licenceRow } from "../licence/licence-line.ts";
import { noticeRow } from "../notices/notice-line.ts";
import { protectionRow } from "../rights/editors.ts";
import { automationRow, jobPlans } from "../schedule/automation-line.ts";
import { connectionRow } from "./stored-check.ts";

/** How connection, licence and 自動連携 are, whichever job asks: the lines of ダッシュボード that belong to no job. */
export const statusLines = (platform: Platform, now: Date): DashboardRow[] => [
  connectionRow(platform),
  licenceRow(platform, now),
  protectionRow(platform),
  automationRow(platform),
  noticeRow(platform, now),
];

/** Shows it at once where that harms nobody: while somebody is at work, or without the sheet, the next run shows it. */
export function showStatus(platform: Platform): void {
  try {
    alone(platform, "接続状況の表示", () => writeStatus(platform));
  } catch (error) {
    platform.report(error);
  }
}

/** The same, for whoever holds the lock. */
export function writeStatus(platform: Platform): void {
  const now = platform.clock.now();
  const book = openBook({ ...platform, tables: [dashboardTable], run: runId(now) });
  book.plan([...linesOf(statusLines(platform, now)), plansOf(jobPlans(platform, now))]).commit();
}
