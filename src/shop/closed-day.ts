import { dateText, type Serial, serialOfRms } from "../core/jst.ts";
import { isHoliday } from "./holiday.ts";

/** Days that a shop names at once: each Sunday, each holiday, a day, some days, or the same days of every year. */
export interface NamedDays {
  /** In one spelling for all. */
  readonly name: string;
  /** How exactly they are named: the lower, the more so. */
  readonly breadth: number;
  readonly covers: (day: Serial) => boolean;
}

export const HOLIDAYS = "祝日";
export const weekdays = ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"] as const;

/** The sheet's day 1 was a Sunday. */
const weekdayOf = (day: Serial): number => (((Math.floor(day) - 1) % 7) + 7) % 7;

export const isWeekend = (day: Serial): boolean => [0, 6].includes(weekdayOf(day));

/** Wider than any span of days that has dates. */
const BY_KIND = 1000;

/** Reads 日曜, 祝日, 2026/12/29, 12/29 (of every year), 2026/12/29～2027/1/3 or such a date as a cell holds it; undefined for all else. */
export function namedDays(typed: string): NamedDays | undefined {
  const text = String(typed)
    .normalize("NFKC")
    .replace(/\s|^毎(年|週)/g, "");
  // A cell that was a date before it came here.
  if (/^\d{5}$/.test(text)) return namedDays(dateText(Number(text)));
  if (/^(国民の)?祝(日|祭日)?$/.test(text)) return { name: HOLIDAYS, breadth: BY_KIND, covers: isHoliday };
  const weekday = /^([日月火水木金土])(曜日?)?$/.exec(text)?.[1];
  if (weekday !== undefined) {
    const at = weekdays.findIndex((name) => name.startsWith(weekday));
    return { name: weekdays[at] as string, breadth: BY_KIND, covers: (day) => weekdayOf(day) === at };
  }
  const ends = text.split(/[~〜]/).map(datePartsOf);
  const [from, to = from] = ends;
  if (from === undefined || to === undefined || ends.length > 2 || ends.includes(undefined)) return undefined;
  return from.year === undefined ? everyYear(from, to) : between(from, to);
}

interface DateParts {
  readonly year: number | undefined;
  readonly month: number;
  readonly date: number;
}

function datePartsOf(text: string): DateParts | undefined {
  const [, year, month, date] =
    /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\([日月火水木金土]\))?$/.exec(text) ?? [];
  if (month === undefined || date === undefined) return undefined;
  return { year: year === undefined ? undefined : Number(year), month: Number(month), date: Number(date) };
}

const two = (part: number): string => String(part).padStart(2, "0");
const serialIn = (year: number, { month, date }: DateParts): Serial | undefined =>
  serialOfRms(`${year}-${two(month)}-${two(date)}`);

function between(from: DateParts, to: DateParts): NamedDays | undefined {
  const year = from.year as number;
  const first = serialIn(year, from);
  const near = serialIn(to.year ?? year, to);
  if (first === undefined || near === undefined) return undefined;
  const last = near < first && to.year === undefined ? serialIn(year + 1, to) : near;
  if (last === undefined || last < first) return undefined;
  const name = first === last ? dateText(first) : `${dateText(first)}～${dateText(last)}`;
  return { name, breadth: last - first, covers: (day) => first <= day && day <= last };
}

/** Any leap year: 2/29 is a day of some years. */
const LEAP = 2028;
const YEAR = 366;

function everyYear(from: DateParts, to: DateParts): NamedDays | undefined {
  if (to.year !== undefined || serialIn(LEAP, from) === undefined || serialIn(LEAP, to) === undefined) return undefined;
  const [first, last] = [from, to].map(({ month, date }) => `${two(month)}/${two(date)}`) as [string, string];
  const covers = (day: Serial) => {
    const at = dateText(day).slice(5);
    return first <= last ? first <= at && at <= last : first <= at || at <= last;
  };
  const span = (serialIn(LEAP, to) as Serial) - (serialIn(LEAP, from) as Serial);
  // A little wider than the same days of one year, which are an exception to them.
  return { name: first === last ? first : `${first}～${last}`, breadth: ((span + YEAR) % YEAR) + 0.5, covers };
}

/** What a shop says of some days: whether nothing is shipped on them. */
export interface DayRule extends NamedDays {
  readonly closed: boolean;
}

/**
 * Whether nothing is shipped on a day. Dates go before weekdays and holidays, and of dates the one named most exactly;
 * a holiday is closed where either its weekday or holidays are.
 */
export function closedBy(rules: readonly DayRule[]): (day: Serial) => boolean {
  const dates = rules.filter(({ breadth }) => breadth < BY_KIND).sort((a, b) => a.breadth - b.breadth);
  const kinds = rules.filter(({ breadth, closed }) => breadth >= BY_KIND && closed);
  return (day) => dates.find(({ covers }) => covers(day))?.closed ?? kinds.some(({ covers }) => covers(day));
}
