import { startOfDay } from "./jst.ts";

/** Both ends belong to the window; RMS counts in seconds. */
export interface SearchWindow {
  readonly from: Date;
  readonly to: Date;
}

/** RMS allows 63 days per search (rms-api 2.1). */
const LONGEST = 63 * 86_400_000;
const SECOND = 1000;

/**
 * From midnight in Japan `days` days ago to now, cut into windows that RMS takes: no gap, no overlap, newest last.
 * `since` leaves out what lies before it.
 */
export function searchWindows(days: number, now: Date, since = new Date(0)): SearchWindow[] {
  const end = Math.floor(now.getTime() / SECOND) * SECOND;
  const windows: SearchWindow[] = [];
  for (let from = Math.max(startOfDay(now, days).getTime(), since.getTime()); from <= end; ) {
    const to = Math.min(from + LONGEST - SECOND, end);
    windows.push({ from: new Date(from), to: new Date(to) });
    from = to + SECOND;
  }
  return windows;
}
