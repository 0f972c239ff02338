import type { Platform } from "../platform/ports.ts";
import { openBook } from "../workbook/book.ts";
import { tableRows } from "../workbook/change-set.ts";
import { dashboardTable } from "../workbook/tables/dashboard-table.ts";
import type { DashboardRow } from "./dashboard-row.ts";
import { licenceRow } from "./licence.ts";
import { runId } from "./run-log.ts";
import { connectionRow } from "./stored-check.ts";

/** How connection and licence stand, whichever job looks: the lines of ダッシュボード that belong to no job. */
export const standing = (platform: Platform, now: Date): DashboardRow[] => [
  connectionRow(platform),
  licenceRow(platform, now),
];

/** Shows it at once where that harms nobody: while a run holds the lock, or without the sheet, the next run shows it. */
export function showStanding(platform: Platform): void {
  if (!platform.lock.take()) return;
  try {
    const now = platform.clock.now();
    const book = openBook({ ...platform, tables: [dashboardTable], run: runId(now) });
    book.commit({ rows: [tableRows(dashboardTable, standing(platform, now))] });
  } catch (error) {
    platform.report(error);
  } finally {
    platform.lock.release();
  }
}
