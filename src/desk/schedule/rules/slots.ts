import { DAY, startOfDay } from "../../../core/jst.ts";
import type { Plan } from "./schedule.ts";
import { DAY_MINUTES, minutesOf } from "./times.ts";
import { isOpen, MINUTE, type Window } from "./window.ts";

/** The minutes of a day at which a plan wants its job, in order; intervals are counted from midnight. */
export const slotMinutes = ({ every, times }: Plan): number[] =>
  every === null
    ? [...new Set(times.map(minutesOf))].sort((one, other) => one - other)
    : Array.from({ length: DAY_MINUTES / every }, (_, at) => at * every);

/** A schedule older than this is as good as one that never ran. */
const LONGEST = 15 * DAY;

/** The slots after `after` up to `to` that lie in the window, in order. */
function* openSlots(plan: Plan, window: Window, after: Date, to: Date): Generator<Date> {
  const minutes = slotMinutes(plan);
  const from = new Date(Math.max(after.getTime(), to.getTime() - LONGEST));
  for (let day = startOfDay(from); day <= to; day = new Date(day.getTime() + DAY)) {
    for (const minute of minutes) {
      const slot = new Date(day.getTime() + minute * MINUTE);
      if (slot > after && slot <= to && isOpen(window, slot)) yield slot;
    }
  }
}

export const firstSlot = (plan: Plan, window: Window, after: Date, to: Date): Date | undefined =>
  openSlots(plan, window, after, to).next().value ?? undefined;

/** The next one; undefined for a plan that is off. */
export const nextSlot = (plan: Plan, window: Window, after: Date): Date | undefined =>
  firstSlot(plan, window, after, new Date(after.getTime() + 8 * DAY));
