import type { sheets_v4 } from "@googleapis/sheets";
import { format as render } from "numfmt";
import { isError, type Value } from "../formulas/value.ts";

export type NumberFormat = sheets_v4.Schema$NumberFormat;

const patterns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    DATE: "M/d/yyyy",
    TIME: "h:mm:ss AM/PM",
    DATE_TIME: "M/d/yyyy H:mm:ss",
    CURRENCY: '"$"#,##0.00',
  },
  ja: {
    DATE: "yyyy/MM/dd",
    TIME: "H:mm:ss",
    DATE_TIME: "yyyy/MM/dd H:mm:ss",
    CURRENCY: '"¥"#,##0',
  },
};

const common: Readonly<Record<string, string>> = {
  NUMBER: "#,##0.00",
  PERCENT: "0.00%",
  SCIENTIFIC: "0.00E+00",
  TEXT: "@",
};

/** The pattern a number format stands for in a locale such as "ja_JP"; undefined for automatic formatting. */
export function patternOf(format: NumberFormat | null | undefined, locale: string): string | undefined {
  if (!format?.type) return undefined;
  return (
    format.pattern || patterns[locale.slice(0, 2)]?.[format.type] || patterns.en?.[format.type] || common[format.type]
  );
}

/** What a cell shows. */
export function formatted(value: Value, pattern: string | undefined, locale: string): string {
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string")
    return pattern === undefined || pattern === "@" ? value : section(pattern, value, locale);
  return pattern === undefined || pattern === "@" ? general(value) : section(pattern, value, locale);
}

function section(pattern: string, value: string | number, locale: string): string {
  try {
    return render(pattern, value, { locale: locale.replace("_", "-"), dateSpanLarge: true, leap1900: false });
  } catch {
    // A pattern that cannot be read is no reason to hide the value.
    return typeof value === "number" ? general(value) : value;
  }
}

/** Automatic formatting: fifteen significant digits at most, as spreadsheets show them. */
function general(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const magnitude = Math.abs(rounded);
  if (magnitude !== 0 && (magnitude >= 1e15 || magnitude < 1e-4)) return scientific(rounded);
  return String(Number(rounded.toFixed(10)));
}

function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential().split("e") as [string, string];
  const digits = String(Number(Number(mantissa).toFixed(5)));
  const power = Math.abs(Number(exponent)).toString().padStart(2, "0");
  return `${digits}E${exponent.startsWith("-") ? "-" : "+"}${power}`;
}
