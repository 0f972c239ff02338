import { instantOf, type Serial, serialOfRms, wallTime } from "../core/jst.ts";

const YEAR = 365;

/** A day of shipping further off than a year is a slip of the pen. */
export const isNearDay = (day: Serial, today: Serial): boolean => Math.abs(Math.floor(day) - today) <= YEAR;

/** Western years of 令和 1 less one. */
const REIWA = 2018;

/**
 * The day that somebody meant who typed something else into a cell for days: `20261126`, `1126`, `１１月２６日`, `R8.11.26`.
 * Undefined where it may mean several, or none within a year.
 */
export function meantDay(typed: string | number, today: Serial): Serial | undefined {
  const text = String(typed).normalize("NFKC").replace(/\s/g, "");
  const year = Number(wallTime(instantOf(today)).slice(0, 4));
  const days = readings(text, year)
    .flatMap(([y, m, d]) => serialOfRms(`${y}-${two(m)}-${two(d)}`) ?? [])
    .filter((day) => isNearDay(day, today));
  // Without a year, the day that is nearest.
  return days.sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
}

type Reading = readonly [year: string | number, month: string, day: string];

function readings(text: string, year: number): readonly Reading[] {
  const compact = /^(20\d\d|\d\d)(\d\d)(\d\d)$/.exec(text);
  if (compact !== null) return [[fullYear(compact[1]!), compact[2]!, compact[3]!]];
  const era = /^(?:令和|R)(\d{1,2}|元)[年./-](\d{1,2})[月./-](\d{1,2})日?$/i.exec(text);
  if (era !== null) return [[REIWA + (era[1] === "元" ? 1 : Number(era[1])), era[2]!, era[3]!]];
  const dated = /^(20\d\d|\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(text);
  if (dated !== null) return [[fullYear(dated[1]!), dated[2]!, dated[3]!]];
  const short = /^(\d\d?)(\d\d)$/.exec(text) ?? /^(\d{1,2})[月./-](\d{1,2})日?$/.exec(text);
  return short === null ? [] : [year - 1, year, year + 1].map((y): Reading => [y, short[1]!, short[2]!]);
}

const fullYear = (text: string): string => (text.length === 2 ? `20${text}` : text);
const two = (text: string): string => text.padStart(2, "0");
