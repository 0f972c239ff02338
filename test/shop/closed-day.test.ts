import { readFileSync } from "node:fs";
import holidayJp from "@holiday-jp/holiday_jp";
import { expect, test } from "vitest";
import { holidayModule } from "../../scripts/holidays.mjs";
import { type Serial, serialOfRms } from "../../src/core/jst.ts";
import { closedBy, type DayRule, namedDays } from "../../src/shop/closed-day.ts";
import { isHoliday } from "../../src/shop/holiday.ts";

const day = (text: string): Serial => serialOfRms(text) as Serial;
const rule = (typed: string, closed: boolean): DayRule => {
  const named = namedDays(typed);
  if (named === undefined) throw new Error(typed);
  return { ...named, closed };
};

test("the holidays are those of the package", () => {
  expect(readFileSync("src/shop/holiday-data.ts", "utf8")).toBe(holidayModule());
});

test("every day from 2025 to 2050 is a holiday where the package says so", () => {
  const wrong = Array.from({ length: day("2051-01-01") - day("2025-01-01") }, (_, at) => day("2025-01-01") + at).filter(
    (serial) =>
      isHoliday(serial) !== holidayJp.isHoliday(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ["2026-11-23", true, "勤労感謝の日"],
  ["2026-11-24", false, "the day after it"],
  ["2026-09-22", true, "a day between two holidays"],
  ["2027-03-22", true, "the Monday after a holiday on a Sunday"],
  ["2026-12-31", false, "the end of a year"],
])("%s: holiday %s (%s)", (text, holiday) => {
  expect(isHoliday(day(text))).toBe(holiday);
});

test.each([
  ["日", "日曜日"],
  ["日曜", "日曜日"],
  ["毎週日曜日", "日曜日"],
  ["土曜日 ", "土曜日"],
  ["祝日", "祝日"],
  ["国民の祝日", "祝日"],
  ["２０２６/１２/２９", "2026/12/29"],
  ["2026年12月29日(火)", "2026/12/29"],
  ["2026-1-2", "2026/01/02"],
  ["46385", "2026/12/29"],
  ["2026/12/29～2027/1/3", "2026/12/29～2027/01/03"],
  ["2026/12/29〜1/3", "2026/12/29～2027/01/03"],
  ["12/29", "12/29"],
  ["毎年12月29日～1月3日", "12/29～01/03"],
  ["2/29", "02/29"],
])("%s names %s", (typed, name) => {
  expect(namedDays(typed)?.name).toBe(name);
});

test.each(["", "休み", "2026/2/30", "13/1", "2026/12/29～", "12/29～2027/1/3", "2027/1/3～2026/12/29", "月末", "日月"])(
  "%j names no days",
  (typed) => {
    expect(namedDays(typed)).toBeUndefined();
  },
);

test.each<[string, (readonly [string, boolean])[], boolean]>([
  ["2026-11-28", [["土曜日", true]], true],
  ["2026-11-27", [["土曜日", true]], false],
  ["2026-11-23", [["祝日", true]], true],
  [
    "2026-11-23",
    [
      ["月曜日", true],
      ["祝日", false],
    ],
    true,
  ],
  [
    "2026-11-23",
    [
      ["祝日", true],
      ["2026/11/23", false],
    ],
    false,
  ],
  ["2026-12-31", [["12/29～1/3", true]], true],
  ["2027-01-03", [["12/29～1/3", true]], true],
  ["2027-01-04", [["12/29～1/3", true]], false],
  [
    "2026-12-30",
    [
      ["12/29～1/3", true],
      ["2026/12/30", false],
    ],
    false,
  ],
  [
    "2027-12-30",
    [
      ["12/29～1/3", true],
      ["2026/12/30", false],
    ],
    true,
  ],
  [
    "2026-12-30",
    [
      ["12/29～1/3", true],
      ["2026/12/29～2027/1/3", false],
    ],
    false,
  ],
  [
    "2026-12-06",
    [
      ["日曜日", true],
      ["2026/12/1～2026/12/25", false],
    ],
    false,
  ],
  [
    "2026-12-27",
    [
      ["日曜日", true],
      ["2026/12/1～2026/12/25", false],
    ],
    true,
  ],
])("%s under %j: closed %s", (text, rules, closed) => {
  expect(closedBy(rules.map(([typed, isClosed]) => rule(typed, isClosed)))(day(text))).toBe(closed);
});
