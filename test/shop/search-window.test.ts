import fc from "fast-check";
import { expect, test } from "vitest";
import { startOfDay } from "../../src/core/jst.ts";
import { periodStart, searchWindows } from "../../src/shop/search-window.ts";

const DAY = 86_400_000;
const now = new Date("2026-11-24T10:30:00+09:00");

test("one to 64 days are searched without gap or overlap, in pieces that RMS takes, up to now", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 64 }),
      fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }),
      (days, now) => {
        const windows = searchWindows(periodStart(days, now, now), now);
        expect(windows[0]?.from).toEqual(startOfDay(now, days));
        expect(windows[windows.length - 1]?.to.getTime()).toBe(Math.floor(now.getTime() / 1000) * 1000);
        for (const [index, { from, to }] of windows.entries()) {
          expect(to.getTime()).toBeGreaterThanOrEqual(from.getTime());
          expect(to.getTime() - from.getTime()).toBeLessThanOrEqual(63 * DAY);
          if (index > 0) expect(from.getTime() - (windows[index - 1]?.to.getTime() ?? 0)).toBe(1000);
        }
      },
    ),
  );
});

test("up to 62 days need one search", () => {
  expect(searchWindows(periodStart(62, now, now), now)).toHaveLength(1);
});

test("the period counts from the last search, as far back as RMS can look", () => {
  const last = new Date("2026-09-01T08:00:00+09:00");
  expect(periodStart(30, last, now)).toEqual(new Date("2026-08-02T00:00:00+09:00"));
  expect(periodStart(30, new Date("2020-01-01"), now)).toEqual(startOfDay(now, 729));
  // A clock that went wrong must not hide orders.
  expect(periodStart(30, new Date("2030-01-01"), now)).toEqual(startOfDay(now, 30));
});
