import type { Platform } from "../../platform/ports.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { runId } from "../../run/log.ts";
import { isBlank } from "../../workbook/cell.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { SET_UP_DONE } from "../stored-names.ts";

/** Whether this is a copy: the sheets tell of looks that the script, whose properties are not copied, knows nothing of. */
export function isCopy(platform: Platform): boolean {
  if (platform.shared.get(SET_UP_DONE) !== undefined) return false;
  try {
    const book = openBook({ ...platform, tables: [dashboardTable], run: runId(platform.clock.now()) });
    const lines = book.state(dashboardTable);
    return [...lines.rows.values()].some((row) => !isBlank(cellAt(lines, row, "beat")));
  } catch (error) {
    platform.report(error);
    return false;
  }
}
