import type { sheets_v4 } from "@googleapis/sheets";
import { badPayload, invalid } from "./api-error.ts";

export type Scalar = string | number | boolean | null;
export type MajorDimension = "ROWS" | "COLUMNS";

/** The rows of a ValueRange; null stands for a cell that is to be left as it is. `path` is where errors point. */
export function rowsOf(range: sheets_v4.Schema$ValueRange, path: string): Scalar[][] {
  const lists = checkedLists(range.values, path);
  return majorOf(range.majorDimension) === "COLUMNS" ? transposed(lists) : lists;
}

export function majorOf(given: string | null | undefined): MajorDimension {
  if (!given || given === "DIMENSION_UNSPECIFIED" || given === "ROWS") return "ROWS";
  if (given === "COLUMNS") return "COLUMNS";
  throw badPayload(
    "major_dimension",
    `Invalid value at 'major_dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "${given}"`,
  );
}

function checkedLists(values: unknown, path: string): Scalar[][] {
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw notAList(path, values);
  return values.map((list, i) => {
    if (!Array.isArray(list)) throw notAList(`${path}[${i}]`, list);
    return list.map((cell, j) => checkedScalar(cell, i, j));
  });
}

const notAList = (path: string, value: unknown) =>
  badPayload(
    path,
    `Invalid value at '${path}' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(value)}`,
  );

function checkedScalar(cell: unknown, i: number, j: number): Scalar {
  if (cell === undefined || cell === null) return null;
  if (typeof cell !== "object") return cell as Scalar;
  throw invalid(
    `Invalid values[${i}][${j}]: ${Array.isArray(cell) ? "list_value" : "struct_value"} ${protoText(cell)}`,
  );
}

/** The start of a value in protobuf's text form, which is what Google puts into the message. */
function protoText(value: object): string {
  const items = Array.isArray(value) ? value : Object.entries(value);
  return items.length === 0 ? "{\n}\n" : `{\n  ${Array.isArray(value) ? "values" : "fields"} {\n  }\n}\n`;
}

/** Rows become columns; a short list leaves its missing cells alone. */
export function transposed<T>(lists: readonly (readonly T[])[], blank: T | null = null): (T | null)[][] {
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length }, (_, i) => lists.map((list) => (i < list.length ? list[i]! : blank)));
}
