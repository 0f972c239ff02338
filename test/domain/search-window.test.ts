import fc from "fast-check";
import { expect, test } from "vitest";
import { startOfDay } from "../../src/domain/jst.ts";
import { searchWindows } from "../../src/domain/search-window.ts";

const DAY = 86_400_000;

test("one to 64 days are searched without gap or overlap, in pieces that RMS takes, up to now", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 64 }),
      fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }),
      (days, now) => {
        const windows = searchWindows(days, now);
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

test("what lies before a day is left out where a run goes on in the middle", () => {
  const now = new Date("2026-11-24T10:30:00+09:00");
  const since = new Date("2026-11-20T00:00:00+09:00");
  expect(searchWindows(62, now, since)).toEqual([{ from: since, to: now }]);
  expect(searchWindows(2, now, since)[0]?.from).toEqual(startOfDay(now, 2));
});

test("up to 62 days need one search", () => {
  expect(searchWindows(62, new Date("2026-11-24T10:30:00+09:00"))).toHaveLength(1);
});
