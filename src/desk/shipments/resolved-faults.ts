import type { RowFault } from "../../core/problem.ts";
import { logTable } from "../../run/log-table.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import { type TableRows, tableRows } from "../../workbook/commit/change-set.ts";
import { cellAt, type SheetRow, type SheetState, valuesOf } from "../../workbook/read/snapshot.ts";

const DONE = "解消";

/** Orders that earlier runs could not take. Asked for until they can be read or need not be, also when no search finds them any more. */
export const faultyOrders = (log: SheetState, job: string): string[] =>
  openFaults(log, job)
    .map(({ subject }) => subject)
    .filter(isOrderNumber);

/** Lines of 連携ログ about what earlier runs could not take and this one could; about rows, which each run looks at as a whole, at its end. */
export function resolvedFaults(
  log: SheetState,
  job: string,
  orders: readonly string[],
  faults: readonly RowFault[],
  finished: boolean,
): TableRows[] {
  const still = new Set(faults.map(({ subject }) => subject));
  const settled = new Set(orders);
  const rows = openFaults(log, job)
    .filter(({ subject }) => !still.has(subject) && (settled.has(subject) || (finished && !isOrderNumber(subject))))
    .map(({ row }) => ({ ...valuesOf<typeof logTable>(log, row), result: DONE }));
  return rows.length === 0 ? [] : [tableRows(logTable, rows)];
}

function openFaults(log: SheetState, job: string): { readonly subject: string; readonly row: SheetRow }[] {
  const start = `${job}:`;
  return [...log.rows.values()].flatMap((row) => {
    const id = String(cellAt(log, row, "id"));
    return id.startsWith(start) && cellAt(log, row, "result") !== DONE
      ? [{ subject: id.slice(start.length), row }]
      : [];
  });
}
