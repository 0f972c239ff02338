import { serialOf } from "../core/jst.ts";
import { AUTOMATION } from "../core/menu-texts.ts";
import type { Platform } from "../platform/ports.ts";
import { openBook } from "../workbook/commit/book.ts";
import { rowsFor } from "../workbook/commit/cells.ts";
import { cellAt } from "../workbook/read/snapshot.ts";
import { dashboardTable } from "./dashboard-table.ts";
import { runId } from "./log.ts";

/** Notes on ダッシュボード that somebody looked, and tells whose boxes are ticked, by the titles of their jobs. */
export function pulse(platform: Platform, now: Date, until: Date): { readonly ticked: readonly string[] } {
  const book = openBook({ ...platform, tables: [dashboardTable], run: runId(now) });
  const lines = book.state(dashboardTable);
  const beat = { item: AUTOMATION, beat: serialOf(now), beatUntil: serialOf(until) };
  book.plan([rowsFor(dashboardTable, "pulse", [beat])]).commit();
  const asked = [...lines.rows.values()].filter((row) => cellAt(lines, row, "request") === true);
  return { ticked: asked.map((row) => String(cellAt(lines, row, "item"))) };
}
