import { DAY, startOfDay } from "../core/jst.ts";

/** Both ends belong to the window; RMS counts in seconds. */
export interface SearchWindow {
  readonly from: Date;
  readonly to: Date;
}

/** What RMS allows per search, and how old an order it finds (rms-api 2.1). */
export const SEARCH_DAYS = 63;
export const OLDEST_DAYS = 730;
/** The longest 出荷指示取得期間. */
export const MOST_PERIOD_DAYS = 64;
const SECOND = 1000;

/** Midnight in Japan `days` days before `last`, as far as RMS can look back from `now`, with a day of grace. */
export const periodStart = (days: number, last: Date, now: Date): Date =>
  new Date(Math.max(startOfDay(last < now ? last : now, days).getTime(), startOfDay(now, OLDEST_DAYS - 1).getTime()));

/** From `since` to now, cut into windows that RMS takes: no gap, no overlap, newest last. */
export function searchWindows(since: Date, now: Date): SearchWindow[] {
  const end = Math.floor(now.getTime() / SECOND) * SECOND;
  const windows: SearchWindow[] = [];
  for (let from = since.getTime(); from <= end; ) {
    const to = Math.min(from + SEARCH_DAYS * DAY - SECOND, end);
    windows.push({ from: new Date(from), to: new Date(to) });
    from = to + SECOND;
  }
  return windows;
}
