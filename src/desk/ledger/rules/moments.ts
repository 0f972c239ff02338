import type { Serial } from "../../../core/jst.ts";

const MINUTES = 1440;
const SECONDS = 86_400;

/** Sheets keep a time to the last few milliseconds, and people think in minutes. */
export const inSeconds = (time: Serial): number => Math.round(time * SECONDS);

/** A whole second, so that what comes back from a sheet is what went there. */
export const wholeSecond = (time: Serial): Serial => inSeconds(time) / SECONDS;

/**
 * When people counted of whom nobody knows when: before whatever else the same run finds. Goods that left meanwhile were on the
 * shelf then; taken the other way, they could be sold twice.
 */
export const justBefore = (now: Serial): Serial => (inSeconds(now) - 1) / SECONDS;

/** Before it, a number in the cell is no day. */
const EARLIEST = 36_526; // 2000-01-01
/** And behind it neither: 2100-01-01. */
const LATEST = 73_051;

export const isDay = (typed: Serial): boolean => typed >= EARLIEST && typed < LATEST;

/**
 * When something happened of which a person typed the day: its end, as nobody knows the hour, or the very time where one is
 * typed. What is of today, lies ahead or is not told happens as it is recorded.
 */
export function momentOf(typed: Serial | null, now: Serial): Serial {
  if (typed === null || !isDay(typed)) return now;
  const day = Math.floor(typed + 0.5 / SECONDS);
  const hasTime = inSeconds(typed) !== inSeconds(day);
  if (hasTime) return typed < now ? wholeSecond(typed) : now;
  return day < Math.floor(now) ? day + (MINUTES - 1) / MINUTES : now;
}
