import type { Scalar } from "../api/value-range.ts";
import { checkLength } from "./cell-write.ts";
import type { Content } from "./grid.ts";
import type { NumberFormat } from "./number-format.ts";

export interface Input {
  readonly content: Content | undefined;
  /** The format that typing applies; absent when the cell keeps what it has. */
  readonly numberFormat?: NumberFormat;
}

interface Place {
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}

type Reading = { readonly value: number; readonly type: string; readonly pattern: string };

/** Reads a value as Google reads what people type, in the spreadsheet's locale. */
export function entered(cell: Scalar, current: NumberFormat | null | undefined, place: Place, now: Date): Input {
  if (cell === null || cell === "") return { content: undefined };
  if (typeof cell !== "string") return { content: cell };
  checkLength(cell);
  if (current?.type === "TEXT") return { content: cell };
  if (cell.startsWith("'")) return { content: cell.slice(1) || undefined };
  if (cell.startsWith("=") && cell.length > 1) return { content: { formula: cell } };
  const text = cell.trim();
  if (/^(true|false)$/i.test(text)) return { content: text.toLowerCase() === "true" };
  const plain = plainNumber(text);
  if (plain !== undefined) return { content: plain };
  const reading = decorated(text) ?? moment(text, place, now);
  if (reading === undefined) return { content: cell };
  const { value, type, pattern } = reading;
  return { content: value, ...(current?.type ? {} : { numberFormat: { type, pattern } }) };
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+`;

const digits = (text: string): number => Number(text.replaceAll(",", ""));

function plainNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
}

const decimals = (text: string): string => (/\.\d/.test(text) ? ".00" : "");

/** Numbers with thousands separators, a currency sign, a percent sign or an exponent. */
function decorated(text: string): Reading | undefined {
  const grouped = new RegExp(`^([+-]?)(${NUMBER})$`).exec(text);
  if (grouped) return { value: signed(grouped[1], grouped[2]!), type: "NUMBER", pattern: `#,##0${decimals(text)}` };
  const percent = new RegExp(`^([+-]?)(${NUMBER})\\s*%$`).exec(text);
  if (percent)
    return { value: hundredth(signed(percent[1], percent[2]!)), type: "PERCENT", pattern: `0${decimals(text)}%` };
  const money = new RegExp(`^([+-]?)\\s*([$¥￥€£])\\s*(${NUMBER})$`).exec(text);
  if (money) {
    const sign = money[2] === "￥" ? "¥" : money[2];
    return { value: signed(money[1], money[3]!), type: "CURRENCY", pattern: `[$${sign}]#,##0${decimals(text)}` };
  }
  if (/^[+-]?\d+(\.\d*)?[eE][+-]?\d{1,3}$/.test(text))
    return { value: Number(text), type: "SCIENTIFIC", pattern: "0.00E+00" };
  return undefined;
}

const signed = (sign: string | undefined, number: string): number => (sign === "-" ? -1 : 1) * digits(number);

/** 10% is 0.1 and not 0.1 with a rounding error behind it. */
const hundredth = (value: number): number => Number(`${value}e-2`);

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Dates, times, and both. */
function moment(text: string, place: Place, now: Date): Reading | undefined {
  const time = clock(text);
  if (time) return { ...time, type: "TIME" };
  const day = date(text, place, now);
  if (day) return { ...day, type: "DATE" };
  const both = /^(\S+(?: \S+)*?)[ T]+(\d{1,2}:\d.*)$/.exec(text);
  const first = both && date(both[1]!, place, now);
  const second = both && clock(both[2]!);
  if (!first || !second) return undefined;
  return { value: first.value + second.value, type: "DATE_TIME", pattern: `${first.pattern} ${second.pattern}` };
}

function clock(text: string): { value: number; pattern: string } | undefined {
  const parts = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s*([ap]m)?$/i.exec(text);
  if (!parts) return undefined;
  const half = parts[4]?.toLowerCase();
  const hour = Number(parts[1]);
  if (hour > (half ? 12 : 23)) return undefined;
  const hours = half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour;
  const seconds = hours * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return {
    value: seconds / 86_400,
    pattern: `${half ? "h" : "H"}:mm${parts[3] === undefined ? "" : ":ss"}${half ? " AM/PM" : ""}`,
  };
}

function date(text: string, place: Place, now: Date): { value: number; pattern: string } | undefined {
  const japanese = place.locale?.startsWith("ja") === true;
  const ymd = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (ymd) return day(Number(ymd[1]), Number(ymd[3]), Number(ymd[4]), ["yyyy", "MM", "dd"].join(ymd[2]));
  const kanji = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (kanji && japanese)
    return day(
      Number(kanji[1] ?? year(place, now)),
      Number(kanji[2]),
      Number(kanji[3]),
      `${kanji[1] ? 'yyyy"年"' : ""}M"月"d"日"`,
    );
  const mdy = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (mdy && !(japanese && mdy[4]))
    return day(
      mdy[4] ? fullYear(mdy[4]) : year(place, now),
      Number(mdy[1]),
      Number(mdy[3]),
      ["M", "d", ...(mdy[4] ? ["yyyy"] : [])].join(mdy[2]),
    );
  const short = japanese ? /^(\d{2})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text) : null;
  if (short) return day(fullYear(short[1]!), Number(short[3]), Number(short[4]), ["yyyy", "MM", "dd"].join(short[2]));
  return named(text, place, now);
}

/** Nov 24, 2026 and 24 Nov 2026. */
function named(text: string, place: Place, now: Date): { value: number; pattern: string } | undefined {
  const parts =
    /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text) ??
    /^(\d{1,2})[- ]([a-z]{3,9})(?:[- ](\d{4}))?$/i.exec(text);
  if (!parts) return undefined;
  const leading = /^\d/.test(text);
  const name = (leading ? parts[2]! : parts[1]!).toLowerCase();
  const month = MONTHS.findIndex((each) => name === each || FULL.get(each) === name);
  if (month < 0) return undefined;
  const pattern = leading ? `d mmm${parts[3] ? " yyyy" : ""}` : `mmm d${parts[3] ? ", yyyy" : ""}`;
  const dayText = leading ? parts[1] : parts[2];
  return day(parts[3] ? Number(parts[3]) : year(place, now), month + 1, Number(dayText), pattern);
}

const FULL = new Map(
  "january february march april may june july august september october november december"
    .split(" ")
    .map((name) => [name.slice(0, 3), name]),
);

function day(
  year: number,
  month: number,
  date: number,
  pattern: string,
): { value: number; pattern: string } | undefined {
  const time = Date.UTC(year, month - 1, date);
  const check = new Date(time);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== date || date === 0 || month === 0) return undefined;
  return { value: time / 86_400_000 + 25_569, pattern };
}

const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900);

/** A date typed without a year is of the current year where the spreadsheet lives. */
const year = ({ timeZone }: Place, now: Date): number =>
  Number(new Intl.DateTimeFormat("en", { year: "numeric", timeZone: timeZone ?? "UTC" }).format(now));
