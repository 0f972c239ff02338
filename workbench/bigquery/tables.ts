import { createTable, type Field, isDate, typeOf } from "./columns.ts";
import { getDataset } from "./datasets.ts";
import { alreadyExists, invalid, notFound, unimplemented } from "./failure.ts";
import type { Setting } from "./setting.ts";
import { quoted } from "./warehouse.ts";

export type Table = GoogleAppsScript.BigQuery.Schema.Table;
export type TableReference = GoogleAppsScript.BigQuery.Schema.TableReference;

export const tableName = ({ projectId, datasetId, tableId }: TableReference): string =>
  quoted(`${projectId}:${datasetId}`, tableId!);

export const idOf = ({ projectId, datasetId, tableId }: TableReference): string =>
  `${projectId}:${datasetId}.${tableId}`;

export async function findTable(setting: Setting, reference: TableReference): Promise<Table | undefined> {
  await getDataset(setting, reference.projectId!, reference.datasetId!);
  return setting.catalog.find<Table>("table", idOf(reference));
}

export async function getTable(setting: Setting, reference: TableReference): Promise<Table> {
  const table = await findTable(setting, reference);
  if (table === undefined) throw notFound(`Table ${idOf(reference)}`);
  const { rows } = await setting.sql.run(`SELECT count(*) FROM ${tableName(reference)}`);
  return { ...table, numRows: String(rows[0]![0]) };
}

export async function insertTable(setting: Setting, resource: Table, reference: TableReference): Promise<Table> {
  const dataset = await getDataset(setting, reference.projectId!, reference.datasetId!);
  if (!/^[\w-]{1,1024}$/.test(reference.tableId ?? "")) throw invalid(`Invalid table ID "${reference.tableId}".`);
  if ((await findTable(setting, reference)) !== undefined) throw alreadyExists(`Table ${idOf(reference)}`);
  const fields = resource.schema?.fields ?? [];
  const { defaultTableExpirationMs, defaultPartitionExpirationMs, location } = dataset;
  const partitioning = resource.timePartitioning;
  if (partitioning !== undefined) checkPartitioning(partitioning, fields);
  checkClustering(resource, fields);
  const time = setting.now.getTime();
  const expiring =
    partitioning === undefined && defaultTableExpirationMs !== undefined
      ? { expirationTime: String(time + Number(defaultTableExpirationMs)) }
      : {};
  const partitionExpiry = partitioning?.expirationMs ?? defaultPartitionExpirationMs;
  const table: Table = {
    ...expiring,
    ...resource,
    ...(partitioning === undefined
      ? {}
      : {
          timePartitioning: {
            ...partitioning,
            ...(partitionExpiry === undefined ? {} : { expirationMs: partitionExpiry }),
          },
        }),
    kind: "bigquery#table",
    id: idOf(reference),
    tableReference: reference,
    type: "TABLE",
    creationTime: String(time),
    lastModifiedTime: String(time),
    ...(location === undefined ? {} : { location }),
    schema: { fields },
  };
  await setting.catalog.put("table", idOf(reference), table);
  await createTable(setting.sql, tableName(reference), fields);
  return { ...table, numRows: "0" };
}

export async function patchTable(setting: Setting, resource: Table, reference: TableReference): Promise<Table> {
  const before = await getTable(setting, reference);
  if (resource.schema?.fields !== undefined) await changeFields(setting, before, resource.schema.fields);
  const { kind, id, tableReference, type } = before;
  const lastModifiedTime = String(setting.now.getTime());
  const after = { ...before, ...resource, kind, id, tableReference, type, lastModifiedTime } as Table;
  await setting.catalog.put("table", idOf(reference), after);
  return after;
}

/** Columns may be added and described anew, never taken away or given another type. */
export async function changeFields({ sql }: Setting, table: Table, fields: readonly Field[]): Promise<void> {
  const mismatch = (text: string) => invalid(`Provided Schema does not match Table ${table.id}. ${text}`);
  const before = table.schema!.fields!;
  for (const field of before) {
    const next = fields.find(({ name }) => same(name, field.name));
    if (next === undefined) throw mismatch(`Field ${field.name} is missing in new schema`);
    if (typeOf(next).name === typeOf(field).name) continue;
    throw mismatch(`Field ${field.name} has changed type from ${field.type} to ${next.type}`);
  }
  for (const field of fields) {
    if (before.some(({ name }) => same(name, field.name))) continue;
    if (field.mode === "REQUIRED") {
      throw mismatch(`Cannot add required fields to an existing schema. (field: ${field.name})`);
    }
    await sql.run(
      `ALTER TABLE ${tableName(table.tableReference!)} ADD COLUMN ${quoted(field.name!)} ${typeOf(field).duck}`,
    );
  }
}

export const same = (one = "", other = ""): boolean => one.toLowerCase() === other.toLowerCase();

function checkPartitioning({ field, type }: NonNullable<Table["timePartitioning"]>, fields: readonly Field[]): void {
  const column = fields.find(({ name }) => same(name, field));
  if (type !== "DAY" || field === undefined) throw unimplemented("partitioning other than by day of a column");
  if (column === undefined) {
    throw invalid(`The field specified for partitioning cannot be found in the schema. field: ${field}`);
  }
  if (!isDate(column)) throw unimplemented("partitioning by a column that is no DATE");
}

function checkClustering({ clustering }: Table, fields: readonly Field[]): void {
  const names = clustering?.fields ?? [];
  const stray = names.find((one) => !fields.some(({ name }) => same(name, one)));
  if (stray !== undefined) {
    throw invalid(`The field specified for clustering cannot be found in the schema. Invalid field: ${stray}.`);
  }
  if (names.length > 4) throw invalid("Too many clustering fields. At most 4 are allowed.");
}
