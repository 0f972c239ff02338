import { parsedJson } from "../../../core/json.ts";
import { instantOf, type Serial, wallTime } from "../../../core/jst.ts";

/** A cell of the file: numbers as numbers, everything else as the text that other systems read. */
export type FileCell = string | number | null;

/** 在庫 as it goes to other systems. */
export interface StockFile {
  /** Its name without an ending: the sheet and when it was read. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
  /** Where the code stands among the columns: it names a row. */
  readonly code: number;
  readonly leftOut: {
    /** Columns that people hid. */
    readonly hidden: readonly string[];
    /** Columns that have something in them, but no header. */
    readonly unnamed: number;
    /** Rows without a code, and rows whose code an earlier one has. */
    readonly keyless: number;
    readonly doubles: number;
  };
}

/** Google makes a long work of many small values: a file travels as one text. */
export type StockFileAnswer =
  | { readonly done: true; readonly file: string }
  | { readonly done: false; readonly message: string };

export const packedFile = (file: StockFile): string => JSON.stringify(file);
export const unpackedFile = (text: string): StockFile => parsedJson(text) as StockFile;

/** How a number is shown on the sheet; all that is no date or time is a plain number. */
export type NumberKind = "DATE" | "DATE_TIME" | "TIME" | "NUMBER";

/** Serials of years that have four digits. */
const LAST_DAY = 2_958_466;

/** What a sheet holds as the file has it: dates and times as people read them, ticks in words, numbers as they are. */
export function fileCell(value: string | number | boolean | null, kind: NumberKind): FileCell {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return value === "" ? null : value;
  if (kind === "NUMBER" || value < 0 || value >= LAST_DAY) return plainNumber(value);
  const [day = "", time = ""] = wallTime(instantOf(value + ROUNDING))
    .replace(/-/g, "/")
    .split("T");
  const minutes = time.slice(0, 5);
  return kind === "DATE" ? day : kind === "TIME" ? minutes : `${day} ${minutes}`;
}

/** A time loses its last digits on the way through a sheet: nine milliseconds. */
const ROUNDING: Serial = 1e-7;

/** With the digits that a sheet has, and never as 1e+21. */
function plainNumber(value: number): FileCell {
  const plain = Number(value.toPrecision(15));
  if (!String(plain).includes("e")) return plain;
  return Math.abs(plain) >= 1 ? String(BigInt(plain)) : plain.toFixed(20).replace(/\.?0+$/, "");
}

export const fileName = (sheet: string, now: Date): string =>
  `${sheet}_${wallTime(now).slice(0, 16).replace(/[-:]/g, "").replace("T", "_")}`;
