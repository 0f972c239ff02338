import { invalidQuery, unimplemented } from "./failure.ts";
import type { TableReference } from "./tables.ts";
import { tableName } from "./tables.ts";
import { quoted } from "./warehouse.ts";

type Parameter = GoogleAppsScript.BigQuery.Schema.QueryParameter;

/** A query of Google's SQL, put into DuckDB's. */
export interface Translated {
  readonly statement: string;
  readonly tables: readonly TableReference[];
  readonly parameters: Readonly<Record<string, string | null | readonly string[]>>;
  readonly kind: "SELECT" | "UPDATE" | "DELETE";
}

const duckTypes: Readonly<Record<string, string>> = {
  STRING: "VARCHAR",
  INT64: "BIGINT",
  FLOAT64: "DOUBLE",
  BOOL: "BOOLEAN",
  DATE: "DATE",
  DATETIME: "TIMESTAMP",
  TIMESTAMP: "TIMESTAMPTZ",
};

const token = /`([^`]*)`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|UNNEST\s*\(\s*@(\w+)\s*\)|@(\w+)|\b(?:INT64|FLOAT64)\b/gi;

export function translated(query: string, given: readonly Parameter[]): Translated {
  const kind = /^\s*(SELECT|UPDATE|DELETE)\b/i.exec(query)?.[1]?.toUpperCase() as Translated["kind"] | undefined;
  if (kind === undefined) throw unimplemented(`the statement ${query.trim().split(/\s/)[0]}`);
  const tables: TableReference[] = [];
  const parameters: Record<string, string | null | readonly string[]> = {};

  function parameter(name: string): string {
    const found = given.find((one) => one.name?.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw invalidQuery(`Query parameter '${name}' not found`);
    const { type = "", arrayType } = found.parameterType ?? {};
    const { value, arrayValues } = found.parameterValue ?? {};
    const duck = duckTypes[(arrayType?.type ?? type).toUpperCase()];
    if (duck === undefined) throw unimplemented(`a parameter of type ${type}`);
    parameters[name] = arrayType === undefined ? (value ?? null) : (arrayValues ?? []).map((each) => each.value ?? "");
    return arrayType === undefined ? `CAST($${name} AS ${duck})` : `CAST($${name} AS ${duck}[])`;
  }

  const statement = query.replace(token, (found, name?: string, list?: string, single?: string) => {
    if (name !== undefined) return identifier(name, tables);
    if (list !== undefined) return `(SELECT unnest(${parameter(list)}))`;
    if (single !== undefined) return parameter(single);
    if (/^INT64$/i.test(found)) return "BIGINT";
    if (/^FLOAT64$/i.test(found)) return "DOUBLE";
    if (found.includes("\\")) throw unimplemented("an escape in a text of a query");
    return `'${found.slice(1, -1).replaceAll("'", "''")}'`;
  });
  if (kind !== "SELECT" && !/\bWHERE\b/i.test(statement)) throw invalidQuery(`${kind} must have a WHERE clause`);
  return { statement, tables, parameters, kind };
}

function identifier(name: string, tables: TableReference[]): string {
  const parts = name.split(".");
  if (parts.length === 1) return quoted(name);
  if (parts.length !== 3) throw unimplemented(`the name \`${name}\`: name tables as \`project.dataset.table\``);
  const [projectId, datasetId, tableId] = parts;
  const reference: TableReference = { projectId: projectId!, datasetId: datasetId!, tableId: tableId! };
  tables.push(reference);
  return tableName(reference);
}
