import { instantOf, serialOfRms, wallTime } from "../../../core/jst.ts";

/** What a column of the sheets holds, as far as BigQuery tells types apart. */
export type Kind = "text" | "number" | "date" | "time" | "tick";

/** Null is an empty cell. */
type Cell = string | number | boolean | null;

export const bigQueryTypes: Readonly<Record<Kind, string>> = {
  text: "STRING",
  number: "FLOAT64",
  date: "DATE",
  time: "DATETIME",
  tick: "BOOL",
};

/** Neither has a place in a text of UTF-8 in a database: half a character, and the character of number nought. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the one
const UNKEPT = /\p{Surrogate}|\u0000/gu;

/** As lines of JSON hold it: what fits the kind, or comes close to it, and otherwise null. */
export function written(kind: Kind, cell: Cell): string | number | boolean | null {
  if (cell === null || cell === "") return null;
  if (kind === "text") return String(cell).replace(UNKEPT, "\ufffd");
  if (kind === "tick") return typeof cell === "boolean" ? cell : null;
  if (typeof cell !== "number") return null;
  return kind === "number" ? cell : wallOf(kind, cell);
}

/** The years for which BigQuery has days; the sheets' own begin later. */
const YEAR = /^(?!0000)\d{4}-/;
const LARGEST_SERIAL = 2_958_466;

function wallOf(kind: "date" | "time", serial: number): string | null {
  if (!(Math.abs(serial) < LARGEST_SERIAL)) return null;
  const wall = wallTime(instantOf(serial));
  if (!YEAR.test(wall)) return null;
  return wall.slice(0, kind === "date" ? 10 : 19);
}

/** The cell again, from what a query answers. */
export function readBack(kind: Kind, text: string | null): Cell {
  if (text === null) return null;
  if (kind === "text") return text;
  if (kind === "tick") return text === "true";
  return kind === "number" ? Number(text) : (serialOfRms(text) ?? null);
}

/** Whether a cell comes back as it was. Of a time no more counts than a sheet itself keeps. */
export function keeps(kind: Kind, cell: Cell): boolean {
  const value = written(kind, cell);
  const back = readBack(kind, value === null ? null : String(value));
  if (typeof back === "number" && typeof cell === "number" && kind !== "number") {
    return back.toPrecision(12) === cell.toPrecision(12);
  }
  return back === (cell === "" ? null : cell);
}
