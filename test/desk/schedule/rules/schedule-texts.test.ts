import { expect, test } from "vitest";
import {
  planIn,
  planText,
  quietIn,
  quietText,
  weekdaysIn,
  weekdaysText,
} from "../../../../src/desk/schedule/rules/schedule-texts.ts";

test.each([
  ["しない", null, []],
  ["", null, []],
  ["30", 30, []],
  ["３０分ごと", 30, []],
  ["10分毎", 10, []],
  ["45分", 45, []],
  ["9:00", null, ["09:00"]],
  ["１８：００、9:00", null, ["09:00", "18:00"]],
  ["09:00 09:00,13:30", null, ["09:00", "13:30"]],
  ["毎朝", null, ["毎朝"]],
])("a plan typed as %j", (typed, every, times) => {
  expect(planIn(typed)).toEqual({ every, times });
});

test.each(["しない", "30分ごと", "09:00, 18:00"])("a plan shown as %j reads back as itself", (text) => {
  expect(planText(planIn(text) as Parameters<typeof planText>[0])).toBe(text);
});

test.each([
  ["毎日", [0, 1, 2, 3, 4, 5, 6]],
  ["平日", [1, 2, 3, 4, 5]],
  ["月火水", [1, 2, 3]],
  ["金曜日、月曜", [1, 5]],
  ["土 日", [0, 6]],
  ["", []],
  ["月x", [-1, 1]],
])("days typed as %j", (typed, days) => {
  expect(weekdaysIn(typed)).toEqual(days);
});

test.each([
  ["なし", null],
  ["", null],
  ["22:00〜6:00", { from: "22:00", to: "06:00" }],
  ["２２：００～０６：００", { from: "22:00", to: "06:00" }],
  ["22:00-06:00", { from: "22:00", to: "06:00" }],
  ["22:00から6:00", { from: "22:00", to: "06:00" }],
  ["22:00", { from: "22:00", to: "" }],
])("a quiet period typed as %j", (typed, quiet) => {
  expect(quietIn(typed)).toEqual(quiet);
});

test("days and the quiet period are shown in words", () => {
  expect(weekdaysText([5, 1])).toBe("月金");
  expect(weekdaysText([0, 1, 2, 3, 4, 5, 6])).toBe("毎日");
  expect([quietText(null), quietText({ from: "22:00", to: "06:00" })]).toEqual(["なし", "22:00〜06:00"]);
});
