import type { RowFault } from "../core/problem.ts";
import { rowsFor, type TableCells } from "../workbook/commit/cells.ts";
import { cellAt, type SheetRow, type SheetState, valuesOf } from "../workbook/read/snapshot.ts";
import { subjectOf } from "./error-id.ts";
import { logTable } from "./log-table.ts";

const RESOLVED = "解消";

/** What earlier runs of a job could not process and no run has since, by subject. */
export const openFaults = (log: SheetState, job: string): string[] => openRows(log, job).map(({ subject }) => subject);

/** Lines of 連携ログ about such things that this run could process: `isProcessed` tells of what it looked at, `faults` what failed again. */
export function resolvedFaults(
  log: SheetState,
  job: string,
  isProcessed: (subject: string) => boolean,
  faults: readonly RowFault[],
): TableCells[] {
  const still = new Set(faults.map(({ subject }) => subject));
  const rows = openRows(log, job)
    .filter(({ subject }) => !still.has(subject) && isProcessed(subject))
    .map(({ row }) => ({ ...valuesOf<typeof logTable>(log, row), result: RESOLVED }));
  return rows.length === 0 ? [] : [rowsFor(logTable, "run", rows)];
}

function openRows(log: SheetState, job: string): { readonly subject: string; readonly row: SheetRow }[] {
  return [...log.rows.values()].flatMap((row) => {
    const subject = subjectOf(job, String(cellAt(log, row, "id")));
    return subject !== undefined && cellAt(log, row, "result") !== RESOLVED ? [{ subject, row }] : [];
  });
}
