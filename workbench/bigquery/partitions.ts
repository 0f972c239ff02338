import { invalid } from "./failure.ts";
import type { Setting } from "./setting.ts";
import { type Table, type TableReference, tableName } from "./tables.ts";
import { quoted } from "./warehouse.ts";

/** `shipments$20261124` names one day of a table. */
export function withoutDecorator(reference: TableReference): { reference: TableReference; day: string | undefined } {
  const [tableId, decorator] = reference.tableId!.split("$");
  if (decorator === undefined) return { reference, day: undefined };
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(decorator) ?? [];
  if (year === undefined) throw invalid(`Invalid date partition: ${decorator}`);
  return { reference: { ...reference, tableId: tableId! }, day: `${year}-${month}-${date}` };
}

/** Days whose time is up are gone, whenever they were written. */
export async function dropExpired({ catalog, sql, now }: Setting): Promise<void> {
  for (const { tableReference, timePartitioning } of await catalog.all<Table>("table", "")) {
    if (timePartitioning?.expirationMs === undefined) continue;
    const oldest = new Date(now.getTime() - Number(timePartitioning.expirationMs)).toISOString().slice(0, 10);
    const field = quoted(timePartitioning.field!);
    await sql.run(`DELETE FROM ${tableName(tableReference!)} WHERE ${field} < CAST($oldest AS DATE)`, { oldest });
  }
}
