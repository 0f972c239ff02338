import { expect, test } from "vitest";
import { progressText, telling } from "../../src/run/progress.ts";

/** A run on whose clock a second passes with each call. */
function run() {
  let seconds = 0;
  const told: string[] = [];
  const tell = telling(
    () => new Date(seconds * 1000),
    (message) => told.push(`${seconds}: ${message}`),
  );
  return { told, tell, passes: (more: number) => (seconds += more) };
}

test("people hear of a run every three seconds at most, with what is left at the pace so far", () => {
  const { told, tell, passes } = run();
  for (let done = 0; done <= 1000; done += 100) {
    tell("取込済みの注文を確認中", done, 3677);
    passes(1);
  }
  expect(told).toEqual([
    "3: 取込済みの注文を確認中: 300 / 3,677件、残り約35秒",
    "6: 取込済みの注文を確認中: 600 / 3,677件、残り約35秒",
    "9: 取込済みの注文を確認中: 900 / 3,677件、残り約30秒",
  ]);
});

test("each part of a run has a pace of its own", () => {
  const { told, tell, passes } = run();
  tell("検索", 0, 10);
  passes(10);
  tell("検索", 10, 10);
  tell("確認", 0, 200);
  passes(4);
  tell("確認", 100, 200);
  expect(told).toEqual(["10: 検索: 10 / 10件", "14: 確認: 100 / 200件、残り約5秒"]);
});

test.each([
  [Number.NaN, ""],
  [Number.POSITIVE_INFINITY, ""],
  [0, ""],
  [1, "、残り約5秒"],
  [54_000, "、残り約55秒"],
  [56_000, "、残り約1分"],
  [61_000, "、残り約2分"],
])("%s milliseconds that are left are told as 「%s」", (left, text) => {
  expect(progressText("確認", 1, 2, left)).toBe(`確認: 1 / 2件${text}`);
});
