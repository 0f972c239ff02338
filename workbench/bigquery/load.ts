import { isDate, typeOf } from "./columns.ts";
import { alreadyExists, BigQueryFailure, invalid, notFound, unimplemented } from "./failure.ts";
import { parseRows } from "./json-rows.ts";
import { withoutDecorator } from "./partitions.ts";
import type { Setting } from "./setting.ts";
import {
  changeFields,
  findTable,
  idOf,
  insertTable,
  same,
  type Table,
  type TableReference,
  tableName,
} from "./tables.ts";
import { quoted, type Sql } from "./warehouse.ts";

export type LoadConfiguration = GoogleAppsScript.BigQuery.Schema.JobConfigurationLoad;
type ErrorProto = GoogleAppsScript.BigQuery.Schema.ErrorProto;

export interface Loaded {
  readonly rows: number;
  readonly errors: readonly ErrorProto[];
}

const READING = "Error while reading data, error message:";

/** Loads all rows or, where one does not fit the schema, none. Nothing is written before everything has been looked at. */
export async function load(setting: Setting, configuration: LoadConfiguration, content: string): Promise<Loaded> {
  const { reference, day } = withoutDecorator(configuration.destinationTable!);
  try {
    const table = await destination(setting, configuration, reference);
    const { rows, errors } = parseRows(content, table.schema!.fields!);
    if (errors.length > (configuration.maxBadRecords ?? 0)) return { rows: 0, errors: complaints(errors, content) };
    await write(setting.sql, configuration, { table, day, rows });
    return { rows: rows.length, errors: [] };
  } catch (error) {
    if (!(error instanceof BigQueryFailure)) throw error;
    return { rows: 0, errors: [{ reason: error.reason, message: error.message }] };
  }
}

/** What cannot be loaded is refused at once, without a job. */
export function checkLoad({ sourceFormat, sourceUris, encoding }: LoadConfiguration): void {
  if (sourceUris !== undefined) throw unimplemented("loading from Cloud Storage");
  if (sourceFormat !== "NEWLINE_DELIMITED_JSON") throw unimplemented(`loading ${sourceFormat ?? "CSV"}`);
  if (encoding !== undefined && encoding !== "UTF-8") throw unimplemented(`loading ${encoding}`);
}

async function destination(
  setting: Setting,
  configuration: LoadConfiguration,
  reference: TableReference,
): Promise<Table> {
  const { schema, createDisposition = "CREATE_IF_NEEDED", schemaUpdateOptions = [] } = configuration;
  const found = await findTable(setting, reference);
  if (found === undefined) {
    if (createDisposition === "CREATE_NEVER") throw notFound(`Table ${idOf(reference)}`);
    if (schema === undefined) throw invalid("No schema specified on job or table.");
    const { timePartitioning, clustering } = configuration;
    const made = { schema, ...(timePartitioning && { timePartitioning }), ...(clustering && { clustering }) };
    return insertTable(setting, made, reference);
  }
  if (schema?.fields === undefined) return found;
  const known = found.schema!.fields!;
  const added = schema.fields.filter(({ name }) => !known.some((field) => same(field.name, name)));
  if (added.length > 0 && !schemaUpdateOptions.includes("ALLOW_FIELD_ADDITION")) {
    throw invalid(
      `Provided Schema does not match Table ${idOf(reference)}. Cannot add fields (field: ${added[0]!.name})`,
    );
  }
  const fields = [...known, ...added];
  await changeFields(setting, found, fields);
  const table = { ...found, schema: { fields } };
  await setting.catalog.put("table", idOf(reference), table);
  return table;
}

interface Written {
  readonly table: Table;
  /** Of the partition that is meant, where the destination names one. */
  readonly day: string | undefined;
  readonly rows: readonly (readonly (string | null)[])[];
}

async function write(sql: Sql, { writeDisposition }: LoadConfiguration, { table, day, rows }: Written): Promise<void> {
  const name = tableName(table.tableReference!);
  const fields = table.schema!.fields!;
  const partition = fields.findIndex((field) => same(field.name, table.timePartitioning?.field));
  if (day !== undefined && (partition === -1 || !isDate(fields[partition]!))) {
    throw invalid(`Table ${table.id} is not partitioned by day.`);
  }
  if (day !== undefined && rows.some((row) => row[partition] !== day)) {
    throw invalid(
      `Some rows belong to different partitions rather than destination partition ${day.replaceAll("-", "")}`,
    );
  }
  const where = day === undefined ? "" : ` WHERE ${quoted(fields[partition]!.name!)} = CAST('${day}' AS DATE)`;
  if (writeDisposition === "WRITE_EMPTY") {
    const { rows: counted } = await sql.run(`SELECT count(*) FROM ${name}${where}`);
    if (Number(counted[0]![0]) > 0) throw alreadyExists(`Table ${table.id}`);
  }
  if (writeDisposition === "WRITE_TRUNCATE") await sql.run(`DELETE FROM ${name}${where}`);
  await sql.run(`CREATE TEMP TABLE staged (${fields.map((_, at) => `c${at} VARCHAR`).join(", ")})`);
  await sql.append("staged", rows);
  const casts = fields.map((field, at) => `CAST(c${at} AS ${typeOf(field).duck})`);
  await sql.run(`INSERT INTO ${name} SELECT ${casts.join(", ")} FROM staged`);
  await sql.run("DROP TABLE staged");
}

function complaints(errors: readonly string[], content: string): ErrorProto[] {
  const rows = content.split("\n").filter((line) => line.trim() !== "").length;
  const summary = `JSON table encountered too many errors, giving up. Rows: ${rows}; errors: ${errors.length}. Please look into the errors[] collection for more details.`;
  return [summary, ...errors].map((message) => ({ reason: "invalid", message: `${READING} ${message}` }));
}
