import type { BigQueryTable } from "../../../platform/ports.ts";
import type { Column } from "../../../workbook/declare/column.ts";
import { personalColumns, type Table } from "../../../workbook/declare/table.ts";
import { shipmentLineTable } from "../../shipments/shipment-line-table.ts";
import { shipmentTable } from "../../shipments/shipment-table.ts";
import { type ArchiveTableName, archiveTables } from "../archive-tables.ts";
import { bigQueryTypes, type Kind } from "../rules/bigquery-cells.ts";

type Field = GoogleAppsScript.BigQuery.Schema.TableFieldSchema;

/** The day of which a row's partition is. */
export const DAY_COLUMN = "shippedDay";

/** Cells that do not fit their column's type, as JSON by the column's name: those that are personal data apart. */
export const EXACT = "exact";
export const EXACT_PERSONAL = "exactPersonal";

const sheets: Readonly<Record<ArchiveTableName, Table>> = { shipments: shipmentTable, lines: shipmentLineTable };

/** By the names of the columns, in their order. */
export function kindsOf(name: ArchiveTableName): Readonly<Record<string, Kind>> {
  const { columns } = archiveTables[name];
  return Object.fromEntries(
    Object.entries(columns).map(([column, declared]) => [column, kindOf(name, column, declared)]),
  );
}

const kinds: Readonly<Record<string, Kind>> = { NUMBER: "number", DATE: "date", DATE_TIME: "time" };

function kindOf(name: ArchiveTableName, column: string, { numberFormat }: Column<unknown>): Kind {
  if (column === DAY_COLUMN) return "date";
  if (sheets[name].columns[column]?.checkbox === true) return "tick";
  return kinds[numberFormat?.type ?? "TEXT"] ?? "text";
}

export const personalFields = (name: ArchiveTableName): string[] => [
  ...personalColumns(archiveTables[name]),
  EXACT_PERSONAL,
];

/** Names are those of the declaration; what people call a column stands in its description. */
export const fieldsOf = (name: ArchiveTableName): Field[] => [
  ...Object.entries(kindsOf(name)).map(([column, kind]) => ({
    name: column,
    type: bigQueryTypes[kind],
    mode: "NULLABLE",
    description: archiveTables[name].columns[column]!.header,
  })),
  { name: EXACT, type: "STRING", mode: "NULLABLE", description: "列の型に合わない値" },
  { name: EXACT_PERSONAL, type: "STRING", mode: "NULLABLE", description: "列の型に合わない値（個人情報）" },
];

/** One partition a day of shipping; orders are found by their number, wherever they lie. */
export const tableOf = (name: ArchiveTableName): BigQueryTable => ({
  description: archiveTables[name].sheet,
  schema: { fields: fieldsOf(name) },
  timePartitioning: { type: "DAY", field: DAY_COLUMN },
  clustering: { fields: ["orderNumber"] },
});
