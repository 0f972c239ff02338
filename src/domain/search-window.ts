import { startOfDay } from "./jst.ts";

/** Both ends belong to the window; RMS counts in seconds. */
export interface SearchWindow {
  readonly from: Date;
  readonly to: Date;
}

/** RMS allows 63 days per search (rms-api 2.1). */
const LONGEST = 63 * 86_400_000;
const SECOND = 1000;

/** RMS finds nothing older (rms-api 2.1); a day of grace. */
const REACH_DAYS = 729;

/** Midnight in Japan `days` days before `last`, as far as RMS can look back from `now`. */
export const periodStart = (days: number, last: Date, now: Date): Date =>
  new Date(Math.max(startOfDay(last < now ? last : now, days).getTime(), startOfDay(now, REACH_DAYS).getTime()));

/** From `since` to now, cut into windows that RMS takes: no gap, no overlap, newest last. */
export function searchWindows(since: Date, now: Date): SearchWindow[] {
  const end = Math.floor(now.getTime() / SECOND) * SECOND;
  const windows: SearchWindow[] = [];
  for (let from = since.getTime(); from <= end; ) {
    const to = Math.min(from + LONGEST - SECOND, end);
    windows.push({ from: new Date(from), to: new Date(to) });
    from = to + SECOND;
  }
  return windows;
}
