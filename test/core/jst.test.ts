import fc from "fast-check";
import { expect, test } from "vitest";
import { dateText, instantOf, rmsTime, serialOf, serialOfRms, shortTime, startOfDay } from "../../src/core/jst.ts";

test.each([
  ["2026-11-24T00:00:00+0900", 46350],
  ["2026-11-24T12:00:00+09:00", 46350.5],
  ["2026-11-24", 46350],
  ["2026-11-24T12:00:00", 46350.5],
  ["2026-11-23T15:00:00Z", 46350],
  ["2026-11-23T10:00:00-0500", 46350],
])("%s is stored as the wall time in Japan", (text, serial) => {
  expect(serialOfRms(text)).toBeCloseTo(serial, 9);
});

test.each(["", "2026-02-30", "2026-13-01", "2026-00-15", "2026-11-24T25:00:00+0900", "2026/11/24", "XXXX-XX-XX"])(
  "%j is no date",
  (text) => {
    expect(serialOfRms(text)).toBeUndefined();
  },
);

test("every second goes into a sheet and comes back the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 946684800, max: 4102444800 }), (seconds) => {
      const instant = new Date(seconds * 1000);
      expect(instantOf(serialOf(instant))).toEqual(instant);
      expect(serialOfRms(rmsTime(instant))).toBeCloseTo(serialOf(instant), 6);
    }),
  );
});

test("a day begins at midnight in Japan, whatever the machine's zone", () => {
  expect(startOfDay(new Date("2026-11-24T00:30:00+09:00"), 1)).toEqual(new Date("2026-11-23T00:00:00+09:00"));
  expect(startOfDay(new Date("2026-11-24T23:59:59+09:00"))).toEqual(new Date("2026-11-24T00:00:00+09:00"));
});

test("messages show times and dates the way people in Japan write them", () => {
  expect(shortTime(new Date("2026-01-05T09:05:00+09:00"))).toBe("1/5 09:05");
  expect(dateText(46350)).toBe("2026/11/24");
});
