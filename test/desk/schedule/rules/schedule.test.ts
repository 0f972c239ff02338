import { expect, test } from "vitest";
import { quietError, scheduleError, weekdaysError } from "../../../../src/desk/schedule/rules/schedule.ts";

const times = (count: number) => Array.from({ length: count }, (_, at) => `${String(at % 24).padStart(2, "0")}:00`);
const plan = (part: object) => ({ "sync-stock": { every: null, times: [], ...part } });

test.each([
  ["nothing at all", {}],
  ["off", plan({})],
  ["every 60 minutes", plan({ every: 60 })],
  ["24 times", plan({ times: times(24) })],
  ["00:00 and 23:59", plan({ times: ["00:00", "23:59"] })],
])("a schedule may be %s", (_, value) => {
  expect(scheduleError(value)).toBe("");
});

test.each([
  ["an interval that is none of ours", plan({ every: 20 }), "在庫: 間隔は10・15・30・60分から選んでください。"],
  ["an interval as a text", plan({ every: "30" }), "間隔は"],
  ["both", plan({ every: 30, times: ["09:00"] }), "どちらか一方"],
  ["25 times", plan({ times: times(25) }), "24個まで"],
  ["24:00", plan({ times: ["24:00"] }), "「24:00」は時刻ではありません。"],
  ["9:00", plan({ times: ["9:00"] }), "「9:00」は時刻ではありません。"],
  ["no text", plan({ times: [9] }), "「9」は時刻ではありません。"],
  ["a job that is none", { "erase-all": { every: 30, times: [] } }, "読み取れませんでした"],
  ["what an object inherits", { toString: { every: 30, times: [] } }, "読み取れませんでした"],
  ["no plan", { "sync-stock": 30 }, "読み取れませんでした"],
  ["no object", [30], "読み取れませんでした"],
  ["null", null, "読み取れませんでした"],
])("a schedule of %s is refused in words", (_, value, words) => {
  expect(scheduleError(value)).toContain(words);
});

test.each([
  [[0], ""],
  [[1, 2, 3, 4, 5], ""],
  [[], "曜日を1つ以上選んでください。"],
  [[7], "読み取れませんでした"],
  [[1.5], "読み取れませんでした"],
  ["月", "読み取れませんでした"],
])("weekdays %j", (value, words) => {
  expect(weekdaysError(value)).toContain(words);
  expect(weekdaysError(value) === "").toBe(words === "");
});

test.each([
  [null, ""],
  [{ from: "22:00", to: "06:00" }, ""],
  [{ from: "00:00", to: "23:00" }, ""],
  [{ from: "12:00", to: "13:00" }, ""],
  [{ from: "06:00", to: "06:00" }, "1時間以上残してください"],
  [{ from: "00:00", to: "23:59" }, "1時間以上残してください"],
  [{ from: "06:59", to: "06:00" }, "1時間以上残してください"],
  [{ from: "22:00", to: "24:00" }, "開始と終了の時刻"],
  [{ from: "22:00", to: "" }, "開始と終了の時刻"],
  [{ from: "22:00" }, "開始と終了の時刻"],
  ["22:00", "読み取れませんでした"],
])("the quiet period %j", (value, words) => {
  expect(quietError(value)).toContain(words);
  expect(quietError(value) === "").toBe(words === "");
});
