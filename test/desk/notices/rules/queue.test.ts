import fc from "fast-check";
import { expect, test } from "vitest";
import type { News } from "../../../../src/core/news.ts";
import { type NoticeState, noNotices } from "../../../../src/desk/notices/rules/notice-state.ts";
import { withNews, withOutcome, withoutChannel } from "../../../../src/desk/notices/rules/queue.ts";

const NOW = new Date("2026-11-24T10:30:00+09:00");
const numbered = (nth: number): string => `123456-20261123-${String(nth).padStart(10, "0")}`;
const [A, B, C] = [numbered(1), numbered(2), numbered(3)];

const news = (change: Partial<News> = {}): News => ({ kind: "cancelled", items: [A], ...change });
const after = (all: readonly News[], state: NoticeState = noNotices) =>
  all.reduce((now, one) => withNews(now, one, NOW), state);
const told = ({ queue }: NoticeState) => queue.map(({ kind, items, count }) => [kind, count, ...items]);
const sent = (state: NoticeState) => withoutChannel(withoutChannel(state, "mail"), "webhook");

test.each<[string, News[], unknown[]]>([
  ["orders of one kind wait as one", [news(), news({ items: [B, C] })], [["cancelled", 3, A, B, C]]],
  ["an order that is named twice counts once", [news(), news(), news({ items: [A, B, B] })], [["cancelled", 2, A, B]]],
  ["nothing is no news", [news({ items: [] }), news({ kind: "overdue", items: [] })], []],
  [
    "each kind waits by itself",
    [news(), news({ kind: "overdue" })],
    [
      ["cancelled", 1, A],
      ["overdue", 1, A],
    ],
  ],
  [
    "of overdue parcels the last look counts",
    [news({ kind: "overdue", items: [A, B] }), news({ kind: "overdue", items: [C] })],
    [["overdue", 1, C]],
  ],
  [
    "each stage of a licence waits once",
    [14, 14, 7].map((stage) => news({ kind: "licence", items: [], about: `2027/02/21 ${stage}` })),
    [
      ["licence", 1],
      ["licence", 1],
    ],
  ],
])("%s", (_, all, expected) => {
  expect(told(after(all))).toEqual(expected);
});

test("what was sent is not told again, and what is new of it is", () => {
  const once = sent(after([news({ items: [A, B] })]));
  expect(told(once)).toEqual([]);
  expect(told(after([news({ items: [A, C] })], once))).toEqual([["cancelled", 1, C]]);
});

test("a product below zero is told when it falls there, and again only after it has been above", () => {
  const below = (...items: string[]) => news({ kind: "belowZero", items });
  const first = after([below("P")]);
  expect(told(first)).toEqual([["belowZero", 1, "P"]]);
  expect(told(after([below("P", "Q")], sent(first)))).toEqual([["belowZero", 1, "Q"]]);
  expect(told(after([below("P"), below(), below("P")], sent(first)))).toEqual([["belowZero", 1, "P"]]);
});

test("where more products are below zero than can be told apart, all are told once, and none until they are fewer", () => {
  const many = Array.from({ length: 5_000 }, (_, nth) => `SKU-${nth}`);
  const below = (items: string[]) => news({ kind: "belowZero", items });
  const first = after([below(many)]);
  expect(first.queue[0]).toMatchObject({ count: 5_000 });
  const later = after([below([...many, "NEW"]), below(many.slice(0, 5))], sent(first));
  expect(told(later)).toEqual([]);
  expect(told(after([below([...many.slice(0, 5), "NEW"])], later))).toEqual([["belowZero", 1, "NEW"]]);
});

test.each([
  ["one failure is no news", [true], 0],
  ["two in a row are", [true, true], 1],
  ["further ones are not", [true, true, true, true], 1],
  ["one that worked in between begins anew", [true, false, true], 0],
  ["after it worked two more are news again, told as one while it waits", [true, true, false, true, true], 1],
  ["one that works says nothing", [false, false], 0],
])("of a job's runs: %s", (_, runs, expected) => {
  const run = (failed: boolean) => ({ title: "在庫を連携", failed, message: "楽天から応答がありません。" });
  const state = runs.reduce((now, failed) => withOutcome(now, run(failed), NOW), noNotices);
  expect(state.queue).toHaveLength(expected);
});

test("jobs fail each for themselves", () => {
  const run = (title: string) => ({ title, failed: true, message: "" });
  const titles = ["在庫を連携", "商品マスタを取得", "在庫を連携"];
  const state = titles.reduce((now, title) => withOutcome(now, run(title), NOW), noNotices);
  expect(state.queue.map(({ about }) => about)).toEqual(["在庫を連携"]);
});

test("whom a problem says to ask stays out of what is told", () => {
  const message = "楽天連携は taro.yamada@example.co.jp さんが設定しています。";
  const run = { title: "在庫を連携", failed: true, message };
  const state = withOutcome(withOutcome(noNotices, run, NOW), run, NOW);
  expect(JSON.stringify(state)).not.toContain("yamada");
});

const anyNews = fc.record({
  kind: fc.constantFrom<News["kind"]>("failing", "licence", "cancelled", "belowZero", "overdue"),
  items: fc.array(fc.string({ maxLength: 60, unit: "binary" }), { maxLength: 400 }),
  about: fc.string({ maxLength: 20, unit: "binary" }),
  text: fc.string({ maxLength: 400, unit: "binary" }),
});

test("whatever happens, it fits into one property of nine kilobytes", () => {
  fc.assert(
    fc.property(fc.array(anyNews, { maxLength: 60 }), (all) => {
      expect(Buffer.byteLength(JSON.stringify(after(all)))).toBeLessThanOrEqual(9 * 1024);
    }),
    { numRuns: 40 },
  );
});

test("what finds no room is counted", () => {
  const all = Array.from({ length: 200 }, (_, nth) => news({ kind: "failing", items: [], about: `ジョブ${nth}` }));
  const { queue, dropped } = after(all);
  expect(queue.length + dropped).toBe(200);
  expect(queue.at(-1)?.about).toBe("ジョブ199");
});
