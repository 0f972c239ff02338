import fc from "fast-check";
import { expect, test } from "vitest";
import { searchOrder } from "../../../src/rms/order/order-endpoints.ts";
import { findOrders } from "../../../src/rms/order/orders.ts";
import { periodStart, searchWindows } from "../../../src/shop/search-window.ts";
import { NOON, openRms, testClock } from "../../support/rms-port.ts";

const SECOND = 1000;
const DAY = 86_400_000;

/** Seconds around midnight in Japan of a first of January, a 29 February and its neighbours, and ordinary days. */
const now = fc
  .tuple(
    fc.constantFrom("2026-01-01", "2026-03-01", "2028-02-29", "2028-03-01", "2026-12-31", "2026-11-01", "2026-07-15"),
    fc.integer({ min: -90_000, max: 90_000 }),
  )
  .map(([day, seconds]) => new Date(Date.parse(`${day}T00:00:00+09:00`) + seconds * SECOND));

const periodWindows = (days: number, at: Date) => searchWindows(periodStart(days, at, at), at);

test("RMS is asked for whole seconds that join without gap or overlap, whatever day, month or year lies between", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), now, (days, at) => {
      const windows = periodWindows(days, at);
      const asked = windows.map((window) => {
        expect(searchOrder.breach?.({ window, progress: [300], page: 1, size: 1000 }, at)).toBeUndefined();
        return searchOrder.wire({ window, progress: [300], page: 1, size: 1000 }).body as Record<
          "startDatetime" | "endDatetime",
          string
        >;
      });
      const instants = asked.map(({ startDatetime, endDatetime }) =>
        [startDatetime, endDatetime].map((text) => Date.parse(text.replace("+0900", "+09:00"))),
      );
      for (const [start, end] of instants) expect(end! - start!).toBeLessThanOrEqual(63 * DAY);
      for (const [index, [start]] of instants.entries())
        if (index > 0) expect(start! - instants[index - 1]![1]!).toBe(SECOND);
      expect(asked[0]?.startDatetime).toMatch(/T00:00:00\+0900$/);
      expect(at.getTime() - instants[instants.length - 1]![1]!).toBeLessThan(SECOND);
    }),
  );
});

test("each order of the period is found by exactly one search, up to the first and the last second", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 64 }),
      now,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      (days, at, shares) => {
        const windows = periodWindows(days, at);
        const [first, last] = [windows[0]!.from.getTime(), windows[windows.length - 1]!.to.getTime()];
        const edges = windows.flatMap(({ from, to }) => [from.getTime(), to.getTime()]);
        const times = [
          ...new Set([
            ...edges,
            ...shares.map((share) => first + Math.floor(((last - first) * share) / SECOND) * SECOND),
          ]),
        ];
        const clock = testClock(new Date(last + SECOND));
        const desk = openRms({ now: clock.now }, { clock });
        const numbers = times.map((time) => desk.shop.add({ ordered: new Date(time), progress: 300 }).orderNumber);
        desk.shop.add({ ordered: new Date(first - SECOND), progress: 300 });
        const found = windows.flatMap((window) => findOrders(desk.rms, window, [300]));
        expect([...found].sort()).toEqual([...numbers].sort());
      },
    ),
    { numRuns: 40 },
  );
});

test("what could not be fetched while a new key was not taken yet is fetched later, the whole period", () => {
  const desk = openRms();
  const keys = { serviceSecret: "SP000000_new", licenseKey: "SL000000_new" };
  desk.shop.changeKeys(keys, { pendingMinutes: 80 });
  const rms = desk.client({ keys: { ...keys, savedAt: NOON } });
  const look = () => periodWindows(64, desk.clock.now()).flatMap((window) => findOrders(rms, window, [300]));
  const numbers: string[] = [];
  for (let minutes = 0; minutes < 80; minutes += 10) {
    numbers.push(desk.shop.add({ ordered: desk.clock.now() }).orderNumber);
    expect(look).toThrow("10～90分");
    desk.clock.forward(10 * 60_000);
  }
  expect([...look()].sort()).toEqual(numbers.sort());
});
