import { expect, test } from "vitest";
import { serialOfRms } from "../../src/core/jst.ts";
import { nextBusinessDay } from "../../src/shop/business-day.ts";

const day = (text: string) => serialOfRms(text) as number;
const open = () => false;

test.each([
  ["2026-11-24", "2026-11-25", "a Tuesday"],
  ["2026-11-20", "2026-11-24", "a Friday before a weekend and 勤労感謝の日"],
  ["2026-11-21", "2026-11-24", "a Saturday"],
  ["2026-11-23", "2026-11-24", "the holiday itself"],
  ["2026-05-01", "2026-05-07", "the Friday before the holidays of May, one of them a substitute"],
  ["2026-09-18", "2026-09-24", "the Friday before 敬老の日, a day between holidays and 秋分の日"],
])("after %s comes the business day %s (%s)", (from, next) => {
  expect(nextBusinessDay(day(from), open)).toBe(day(next));
});

test("the shop's own closed days are passed over, and the time of day does not matter", () => {
  const closed = (at: number) => at === day("2026-11-25") || at === day("2026-11-26");
  expect(nextBusinessDay(day("2026-11-24") + 0.99, closed)).toBe(day("2026-11-27"));
});

test("a shop that is closed for good still gets a day", () => {
  expect(nextBusinessDay(day("2026-11-24"), () => true)).toBeGreaterThan(day("2027-11-24"));
});
