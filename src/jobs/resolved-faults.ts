import type { RowFault } from "../domain/problem.ts";
import { type TableRows, tableRows } from "../workbook/change-set.ts";
import { cellAt, type SheetState, valuesOf } from "../workbook/snapshot.ts";
import { logTable } from "../workbook/tables/log-table.ts";

const DONE = "解消";

/** Lines of 連携ログ about orders that could not be taken earlier and now were. */
export function resolvedFaults(
  log: SheetState,
  job: string,
  taken: readonly string[],
  faults: readonly RowFault[],
): TableRows[] {
  const still = new Set(faults.map(({ subject }) => subject));
  const ids = new Set(taken.filter((number) => !still.has(number)).map((number) => `${job}:${number}`));
  const rows = [...log.rows.values()]
    .filter((row) => ids.has(String(cellAt(log, row, "id"))) && cellAt(log, row, "result") !== DONE)
    .map((row) => ({ ...valuesOf<typeof logTable>(log, row), result: DONE }));
  return rows.length === 0 ? [] : [tableRows(logTable, rows)];
}
