import { expect, test } from "vitest";
import { digestOf } from "../../../../src/desk/notices/rules/digest.ts";
import type { Waiting } from "../../../../src/desk/notices/rules/notice-state.ts";

const LINK = "https://docs.google.com/spreadsheets/d/sheet1/edit";
const A = "123456-20261123-0000000001";

const waiting = (change: Partial<Waiting> = {}): Waiting => ({
  kind: "cancelled",
  about: "",
  items: [A],
  count: 1,
  text: "",
  since: new Date("2026-11-24T10:30:00+09:00").getTime(),
  by: ["mail", "webhook"],
  ...change,
});

test.each<[Waiting["kind"], Partial<Waiting>, RegExp]>([
  ["cancelled", {}, /1件が、楽天でキャンセル.*荷物を止められるか/s],
  ["belowZero", { items: ["SKU-1"] }, /引当可能数が0より少なく.*「在庫」で数を確認.*SKU-1/s],
  ["overdue", { count: 3 }, /3件がまだ出荷済に.*出荷ステータス.*ほか2件/s],
  [
    "failing",
    { items: [], about: "在庫を連携", count: 2, text: "楽天から応答がありません。しばらく待ってください。" },
    /「在庫を連携」が2回続けて失敗.*楽天から応答がありません。しばらく待って/s,
  ],
  [
    "licence",
    { items: [], text: "有効期限が2027/02/21に切れました。新しいキーを登録してください。" },
    /切れました。\n新しいキーを登録/,
  ],
])("of %s it says cause and cure, when, and where to look", (kind, change, expected) => {
  const { subject, body } = digestOf([waiting({ kind, ...change })], 0, LINK);
  expect(body).toMatch(expected);
  expect(body).toContain("11/24 10:30");
  expect(body).toContain(LINK);
  expect(body.replace(/\s/g, "")).toContain(subject.replace("【出荷シート】", "").replace(/\s/g, ""));
});

test("several things come as one, whose subject counts them", () => {
  const { subject, body } = digestOf([waiting(), waiting({ kind: "overdue" })], 3, LINK);
  expect(subject).toMatch(/ほか4件のお知らせ$/);
  expect(body.match(/^■/gm)).toHaveLength(2);
  expect(body).toContain("このほかに3件のお知らせ");
});

test.each([1, 5, 30, 300])("%i entries with all that they name stay within one message of Slack", (count) => {
  const items = Array.from({ length: 20 }, (_, nth) => `123456-20261123-${String(nth).padStart(10, "0")}`);
  const entries = Array.from({ length: count }, (_, nth) =>
    waiting({ about: `${nth}`, items, count: 45, text: "あ".repeat(240) }),
  );
  const { body } = digestOf(entries, 0, LINK);
  expect(body.length).toBeLessThanOrEqual(3_500);
  expect(body).toContain(LINK);
});
