import { type Field, typeOf } from "./columns.ts";

export interface Parsed {
  /** Texts of the fields in their order. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly errors: readonly string[];
}

/** Newline-delimited JSON as rows of a schema; a row that does not fit is named by the byte at which it begins. */
export function parseRows(text: string, fields: readonly Field[]): Parsed {
  const rows: (string | null)[][] = [];
  const errors: string[] = [];
  let position = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      const row = parseRow(line, fields);
      if (typeof row === "string") errors.push(`JSON parsing error in row starting at position ${position}: ${row}`);
      else rows.push(row);
    }
    position += Buffer.byteLength(line) + 1;
  }
  return { rows, errors };
}

function parseRow(line: string, fields: readonly Field[]): (string | null)[] | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return "Parser terminated before end of string";
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "Expected an object";
  const values = new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
  const names = new Set(fields.map(({ name }) => name!.toLowerCase()));
  const stray = [...values.keys()].find((name) => !names.has(name));
  if (stray !== undefined) return `No such field: ${stray}.`;
  const row: (string | null)[] = [];
  for (const field of fields) {
    const fault = put(row, field, values.get(field.name!.toLowerCase()));
    if (fault !== undefined) return fault;
  }
  return row;
}

function put(row: (string | null)[], field: Field, value: unknown): string | undefined {
  const { name, mode } = field;
  if (value === undefined || value === null) {
    if (mode !== "REQUIRED") row.push(null);
    else if (value === undefined) return `Missing required field: ${name}.`;
    else return `Only optional fields can be set to NULL. Field: ${name}; Value: NULL`;
    return undefined;
  }
  if (typeof value === "object") return `Array specified for non-repeated field: ${name}.`;
  const text = String(value);
  const type = typeOf(field);
  if (!type.reads(text)) {
    return `Could not convert value to ${type.name.toLowerCase()}. Field: ${name}; Value: ${text}`;
  }
  // No lone half of a character has a place in UTF-8.
  row.push(text.replace(/\p{Surrogate}/gu, "\ufffd"));
  return undefined;
}
