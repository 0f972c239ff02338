import { afterEach, expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { guillotine, momentsOf } from "../../support/guillotine.ts";
import { noteOn, typesRow } from "../../support/sheet-cells.ts";

const ORDER = "123456-20261123-0000000001";

let desk: Desk;
/** To the question from when to count; null cancels it. */
let answer: string | null;
afterEach(() => desk.close());

/** Two products, of which the first is ordered twice over. */
async function open(given: string | null = "", gate: Gate = openGate): Promise<void> {
  answer = given;
  desk = await openDesk({
    gate,
    orders: [{ orderNumber: ORDER, lines: [{ manageNumber: "cup", units: 2 }] }],
    answer: ({ buttons }) =>
      buttons === "OK_CANCEL" && answer === null
        ? { button: "CANCEL", text: "" }
        : { button: "OK", text: answer ?? "" },
  });
  for (const code of ["cup", "dish"]) typesRow(desk, "在庫", { 商品コード: code, 商品名: code });
  await desk.run("setUp");
}

const told = (): string => {
  const last = desk.ui.shown.at(-1);
  return last !== undefined && (last.kind === "toast" || last.kind === "alert")
    ? String("message" in last ? last.message : last.prompt)
    : "";
};
const stock = (code: string) => desk.rows("在庫").find((row) => row.商品コード === code) ?? {};
const counts = (code: string, count: number | string) => desk.types("在庫", code, "棚卸数", count);

/** Starts or ends, and says what the person heard. */
async function session(fn: "startCount" | "endCount", user = OPERATOR): Promise<string> {
  await desk.run(fn, user);
  return told();
}

test("a session records what was typed and shipped, empties the cells, counts as of its beginning, and says at its end what nobody counted", async () => {
  await open();
  counts("cup", 10);
  counts("dish", 4);
  await desk.importShipments();
  await desk.passes(10);
  expect(await session("startCount")).toContain("11/24 10:40 の在庫として、棚卸を始めました");
  expect(stock("cup")).toMatchObject({ 帳簿在庫: 10, 実在庫: 10 });
  expect(stock("cup").棚卸数).toBeUndefined();

  desk.types("出荷リスト", ORDER, "出荷ステータス", "出荷済");
  await desk.passes(30);
  counts("cup", 10);
  expect(await session("endCount")).toMatch(
    /^11\/24 10:40 の棚卸を終えました。数えた商品 1件、数えていない商品 1件.*\n棚卸 1件、出荷 1件、出荷取消 0件、入出庫 0件。$/,
  );
  expect(stock("cup")).toMatchObject({ 棚卸数: 10, 実在庫: 8 });
  expect(stock("dish")).toMatchObject({ 実在庫: 4 });
  expect(desk.rows("連携ログ").map((row) => [row.ジョブ, row.結果])).toEqual([
    ["出荷指示を取得", "完了"],
    ["棚卸を始める", "完了"],
    ["棚卸を終える", "完了"],
  ]);
});

test("a session may be of an earlier time, but not of one before the last count", async () => {
  await open("10:00");
  expect(await session("startCount")).toContain("11/24 10:00 の在庫として");
  counts("cup", 5);
  await session("endCount");
  expect(desk.rows("入出庫")).toMatchObject([{ 区分: "棚卸", 数量: 5, 理由: "棚卸" }]);
  answer = "9:59";
  expect(await session("startCount")).toContain("11/24 10:00 に記録した棚卸があります");
  answer = "10:00";
  expect(await session("startCount")).toContain("11/24 10:00 の在庫として");
  counts("cup", 7);
  await session("endCount");
  expect(stock("cup")).toMatchObject({ 実在庫: 7 });
});

test("a session is not begun twice, nor ended before it began", async () => {
  await open();
  expect(await session("endCount")).toContain("棚卸は始まっていません");
  await session("startCount");
  await desk.passes(10);
  expect(await session("startCount")).toContain("11/24 10:30 の棚卸が終わっていません");
});

test("counts that cannot be read keep a session open, and are marked", async () => {
  await open();
  await session("startCount");
  counts("cup", "10個");
  counts("dish", 4);
  expect(await session("endCount")).toContain("棚卸数を読み取れない行が1件あるため");
  expect(noteOn(desk, "在庫", 2, "棚卸数")).toContain("単位などを付けずに");
  await desk.passes(10);
  counts("cup", 10);
  expect(await session("endCount")).toContain("数えた商品 2件、数えていない商品 0件");
  expect(noteOn(desk, "在庫", 2, "棚卸数")).toBeUndefined();
});

test.each([
  ["昨日", "日時として読めません"],
  ["11/25 9:00", "これから先の日時"],
])("a session that shall begin at %j does not", async (answer, reason) => {
  await open(answer);
  expect(await session("startCount")).toContain(reason);
  expect(await session("endCount")).toContain("棚卸は始まっていません");
});

test("whoever cancels the question begins nothing", async () => {
  await open(null);
  await desk.run("startCount");
  expect(await session("endCount")).toContain("棚卸は始まっていません");
});

test("somebody who is not the operator is told who can", async () => {
  await open();
  expect(await session("startCount", STAFF)).toContain(OPERATOR);
  expect(desk.rows("入出庫")).toEqual([]);
});

/** Typed and shipped before, begun, counted, ended. */
async function toldOf(begin: () => Promise<unknown>): Promise<unknown> {
  counts("cup", 10);
  await desk.importShipments();
  desk.types("出荷リスト", ORDER, "出荷ステータス", "出荷済");
  await begin();
  await desk.passes(10);
  counts("dish", 3);
  await session("endCount");
  return [
    ["cup", "dish"].map((code) => stock(code).実在庫),
    desk
      .rows("入出庫")
      .map((row) => [row.商品コード, row.区分, row.数量].join(" "))
      .sort(),
  ];
}

test("a session whose beginning is cut short at any call begins the next time, with nothing recorded twice", async () => {
  await open();
  let calls: readonly string[] = [];
  const expected = await toldOf(async () => {
    calls = (await desk.run("startCount")).calls.map(({ name }) => name);
  });
  expect(expected).toEqual([
    [10, 3],
    ["cup 出荷 -2", "cup 棚卸 10", "dish 棚卸 3"],
  ]);
  const writes = momentsOf(calls).filter(({ when }) => /batchUpdate|Lock|prompt/i.test(when));
  expect(writes.length).toBeGreaterThan(2);
  for (const { index, after } of writes) {
    await desk.close();
    const blade = guillotine();
    await open("", blade.gate);
    const outcome = await toldOf(async () => {
      blade.arm(index, after);
      expect((await desk.run("startCount")).outcome).toBe("killed");
      blade.disarm();
      await desk.passes(1);
      await desk.run("startCount");
    });
    expect(outcome).toEqual(expected);
  }
});
