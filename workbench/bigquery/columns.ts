import { unimplemented } from "./failure.ts";
import { quoted, type Sql } from "./warehouse.ts";

export type Field = GoogleAppsScript.BigQuery.Schema.TableFieldSchema;

interface Type {
  /** As results name it. */
  readonly name: string;
  readonly duck: string;
  /** Whether a text of a JSON value can be read as one. */
  readonly reads: (text: string) => boolean;
}

const instant = (text: string) => !Number.isNaN(Date.parse(text));
const real = (day: string) => instant(day) && new Date(day).toISOString().startsWith(day);
const wall = /^(\d{4}-\d\d-\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?$/;

const types: readonly (Type & { readonly also: readonly string[] })[] = [
  { name: "STRING", also: [], duck: "VARCHAR", reads: () => true },
  { name: "INTEGER", also: ["INT64"], duck: "BIGINT", reads: (text) => /^-?\d{1,18}$/.test(text) },
  {
    name: "FLOAT",
    also: ["FLOAT64"],
    duck: "DOUBLE",
    reads: (text) => text.trim() !== "" && !Number.isNaN(Number(text)),
  },
  { name: "BOOLEAN", also: ["BOOL"], duck: "BOOLEAN", reads: (text) => /^(true|false)$/i.test(text) },
  { name: "DATE", also: [], duck: "DATE", reads: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && real(text) },
  { name: "DATETIME", also: [], duck: "TIMESTAMP", reads: (text) => real(wall.exec(text)?.[1] ?? "") },
  {
    name: "TIMESTAMP",
    also: [],
    duck: "TIMESTAMPTZ",
    reads: (text) => /(Z|[+-]\d\d:\d\d)$/.test(text) && instant(text),
  },
];

export function typeOf({ type = "STRING", mode }: Field): Type {
  const name = type.toUpperCase();
  const found = types.find((one) => one.name === name || one.also.includes(name));
  if (found === undefined || mode === "REPEATED") throw unimplemented(`type ${mode ?? ""} ${type}`);
  return found;
}

export const isDate = (field: Field): boolean => typeOf(field).name === "DATE";

const byDuck: Readonly<Record<string, string>> = {
  ...Object.fromEntries(types.map(({ name, duck }) => [duck, name])),
  INTEGER: "INTEGER",
  HUGEINT: "INTEGER",
  "TIMESTAMP WITH TIME ZONE": "TIMESTAMP",
};

/** The type that BigQuery names for a column of a result. */
export function resultType(duck: string): string {
  const name = byDuck[duck];
  if (name === undefined) throw unimplemented(`a result of type ${duck}`);
  return name;
}

/** Values of results are texts, whatever their type. */
export function shown(value: unknown, type: string): string | null {
  if (value === null) return null;
  if (type === "FLOAT") return /^-?\d+$/.test(String(value)) ? `${value}.0` : String(value);
  if (type === "DATETIME") return String(value).replace(" ", "T");
  if (type === "TIMESTAMP") return seconds(String(value));
  return String(value);
}

/** Seconds since 1970, as Java writes such numbers. */
function seconds(text: string): string {
  const value = Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")) / 1000;
  const [digits = "0", exponent = "+0"] = value.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${Number(exponent)}`;
}

export async function createTable({ run }: Sql, table: string, fields: readonly Field[]): Promise<void> {
  const columns = fields.map((field) => `${quoted(field.name!)} ${typeOf(field).duck}`);
  await run(`CREATE TABLE ${table} (${columns.join(", ")})`);
}
