import { fromWallTime, zoneOffset } from "../time-zone.ts";

/** When a time-driven trigger fires. Hours and days are of its own time zone. */
export type Schedule =
  | { readonly kind: "once"; readonly at: number }
  | { readonly kind: "minutes" | "hours"; readonly every: number }
  | {
      readonly kind: "days" | "weeks" | "months";
      readonly every: number;
      readonly hour: number;
      readonly minute: number;
      /** 0 is Sunday. */
      readonly weekDay?: number;
      readonly monthDay?: number;
      readonly timeZone: string;
    };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The first moment after `after`; that of a one-shot trigger whenever it is. */
export function nextTime(schedule: Schedule, after: number): number {
  if (schedule.kind === "once") return schedule.at;
  if (!("timeZone" in schedule)) return after + schedule.every * (schedule.kind === "minutes" ? 1 : 60) * MINUTE;
  const today = new Date(after + zoneOffset(schedule.timeZone, after)).setUTCHours(0, 0, 0, 0);
  // A month holds every week day and, bar the 29th to 31st, every date; two months hold them all.
  for (let days = 0; days <= 62; days++) {
    const day = new Date(today + days * DAY);
    if (schedule.weekDay !== undefined && day.getUTCDay() !== schedule.weekDay) continue;
    if (schedule.monthDay !== undefined && day.getUTCDate() !== schedule.monthDay) continue;
    const at = fromWallTime(schedule.timeZone, day.getTime() + (schedule.hour * 60 + schedule.minute) * MINUTE);
    if (at > after) return at;
  }
  throw new Error("workbench: this trigger's schedule names no day");
}

/** How long a recurring schedule rests after it fired at `at`, so that every n-th day or week is kept. */
export function followingTime(schedule: Schedule, at: number): number {
  const skipped = schedule.kind === "days" || schedule.kind === "weeks" ? schedule.every - 1 : 0;
  const unit = schedule.kind === "weeks" ? 7 * DAY : DAY;
  return nextTime(schedule, at + skipped * unit);
}
