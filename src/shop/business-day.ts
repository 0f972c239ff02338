import type { Serial } from "../core/jst.ts";
import { isWeekend } from "./closed-day.ts";
import { isHoliday } from "./holiday.ts";

/** However many days a shop closes at once. */
const MOST_CLOSED = 366;

/** The first day after `day` that is no Saturday, Sunday or 祝日, and on which the shop is not closed. */
export function nextBusinessDay(day: Serial, isClosed: (day: Serial) => boolean): Serial {
  const first = Math.floor(day) + 1;
  let next = first;
  while ((isWeekend(next) || isHoliday(next) || isClosed(next)) && next - first < MOST_CLOSED) next++;
  return next;
}
