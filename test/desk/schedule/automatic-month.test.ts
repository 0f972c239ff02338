import { expect, test } from "vitest";
import { automaticMonth, type MonthFigures } from "../../support/automatic-month.ts";

function expectsNothingAmiss(figures: MonthFigures): void {
  expect(figures).toMatchObject({ late: [], overlaps: 0, missing: 0, unanswered: 0, failed: 0 });
  expect(figures.mostIdleCalls).toBeLessThanOrEqual(2);
  expect(figures.mostMinutes).toBeLessThanOrEqual(90);
  expect([figures.idle, figures.runs, figures.orders, figures.boxes].every((count) => count > 0)).toBe(true);
}

test("left to itself for a working day, every job runs when it is due and every box is answered", async () => {
  expectsNothingAmiss(await automaticMonth({ days: 1, ordersPerDay: 24, outages: [], hours: [9, 18] }));
});

test("so it is as an add-on, whose look is hourly, and a day without RMS is caught up", async () => {
  expectsNothingAmiss(await automaticMonth({ days: 3, ordersPerDay: 12, outages: [1], addOn: true }));
});
