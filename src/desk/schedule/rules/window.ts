import { DAY, serialOf, startOfDay } from "../../../core/jst.ts";
import type { Quiet } from "./schedule.ts";
import { DAY_MINUTES, minutesOf } from "./times.ts";

/** When jobs may begin by themselves. */
export interface Window {
  /** 0 for Sunday. */
  readonly weekdays: readonly number[];
  readonly quiet: Quiet | null;
}

export const MINUTE = DAY / DAY_MINUTES;

/** Weekday and minute of the day in Japan; serial 1 was a Sunday. */
function dayTimeOf(instant: Date): { readonly weekday: number; readonly minute: number } {
  const midnight = startOfDay(instant);
  const minute = Math.floor((instant.getTime() - midnight.getTime()) / MINUTE);
  return { weekday: (Math.round(serialOf(midnight)) - 1) % 7, minute };
}

export const isQuiet = (quiet: Quiet | null, minute: number): boolean => {
  if (quiet === null) return false;
  const from = minutesOf(quiet.from);
  const to = minutesOf(quiet.to);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
};

export function isOpen({ weekdays, quiet }: Window, instant: Date): boolean {
  const { weekday, minute } = dayTimeOf(instant);
  return weekdays.includes(weekday) && !isQuiet(quiet, minute);
}
