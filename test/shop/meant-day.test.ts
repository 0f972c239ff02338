import { expect, test } from "vitest";
import { dateText, serialOfRms } from "../../src/core/jst.ts";
import { isNearDay, meantDay } from "../../src/shop/meant-day.ts";

const TODAY = serialOfRms("2026-11-30") as number;
const meant = (typed: string | number) => {
  const day = meantDay(typed, TODAY);
  return day === undefined ? undefined : dateText(day);
};

test.each([
  [20261126, "2026/11/26"],
  ["20261126", "2026/11/26"],
  ["261126", "2026/11/26"],
  [1126, "2026/11/26"],
  ["105", "2027/01/05"],
  ["1231", "2026/12/31"],
  ["２０２６／１１／２６", "2026/11/26"],
  ["2026.11.26", "2026/11/26"],
  ["2026年11月26日", "2026/11/26"],
  ["11月 6日", "2026/11/06"],
  ["11/26", "2026/11/26"],
  ["R8.11.26", "2026/11/26"],
  ["令和8年11月26日", "2026/11/26"],
])("%s means %s", (typed, day) => expect(meant(typed)).toBe(day));

test.each(["昨日", "20261131", "19991126", "20281126", 46_350, "999999999", "", "2026", "11"])(
  "%s means no day that could be offered",
  (typed) => expect(meant(typed)).toBeUndefined(),
);

test("a year away is near enough, and a day more is not", () => {
  expect([365, 366, -365, -366].map((days) => isNearDay(TODAY + days, TODAY))).toEqual([true, false, true, false]);
});
