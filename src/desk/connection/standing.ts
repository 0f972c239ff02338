import type { Platform } from "../../platform/ports.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { runId } from "../../run/run-log.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { tableRows } from "../../workbook/commit/change-set.ts";
import { licenceRow } from "../licence/licence.ts";
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
