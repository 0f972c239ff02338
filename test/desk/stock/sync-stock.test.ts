import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import { calls, numbered } from "../../support/report-desk.ts";
import { noteOn, typesRow } from "../../support/sheet-cells.ts";
import { item } from "../../support/shop-items.ts";
import { openStockDesk, pastes, sells, setStock, sold, stockRow, syncs } from "../../support/stock-desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const C = "123456-20261123-0000000003";

let desk: Desk;
afterEach(() => desk.close());

const row = (code: string) => stockRow(desk, code);
const sync = () => syncs(desk);
const counts = (code: string, count: string | number) => desk.types("在庫", code, "棚卸数", count);
const ships = (order: string) => desk.types("出荷リスト", order, "出荷ステータス", "出荷済");

const LINE = [100, 200, 300, 400, 500, 600, 700, 800, 900] as const;

/** Payment methods with a target of their own, and what orders of theirs count in at each progress: 出, 未 or nothing. */
const TARGETS = [
  { payment: 9, target: 100, taken: "出出出・・・・・・", left: "出・・・・・・・・" },
  { payment: 2, target: 200, taken: "未出出・・・・・・", left: "未出・・・・・・・" },
  { payment: 1, target: 300, taken: "未未出・・・・・・", left: "未未出・・・・・・" },
] as const;

test.each(["taken", "left"] as const)(
  "orders of every target and progress count once, listed or not, and no more once they are booked out (past the target: %s)",
  async (pastTarget) => {
    const cells = TARGETS.flatMap(({ payment, target, ...claims }) =>
      LINE.map((progress, at) => ({
        code: `T${target}-${progress}`,
        payment,
        progress,
        claim: claims[pastTarget][at],
      })),
    );
    desk = await openStockDesk(
      [],
      cells.map(({ code, payment, progress }) => ({
        settlementMethodCode: payment,
        progress,
        lines: [sold(code, 2)],
      })),
    );
    await desk.run("saveSettings", OPERATOR, [{ settings: { pastTarget } }]);
    desk.types("支払方法マスタ", "9", "連携対象支払方法ステータス", "100 注文確認待ち", OPERATOR);
    desk.types("支払方法マスタ", "2", "連携対象支払方法ステータス", "200 楽天処理中", OPERATOR);
    const figures = () =>
      cells
        .map(({ code }) => row(code))
        .map((one) => (one?.出荷指示数 ? "出" : one?.未出荷数 ? "未" : "・"))
        .join("");
    const expected = cells.map(({ claim }) => claim).join("");
    await sync();
    expect(figures()).toBe(expected);
    await desk.importShipments();
    await sync();
    expect(figures()).toBe(expected);
    expect(row("T300-300")).toMatchObject({ 出荷指示数: 2, 未出荷数: 0 });

    const listed = desk.rows("出荷リスト").length;
    pastes(desk, "出荷リスト", "出荷ステータス", Array(listed).fill("出荷済"));
    await sync();
    expect(figures()).toBe(expected.replaceAll("出", "・"));
  },
);

test("引当可能数 is left of what was counted, with the orders and the shop's own figure beside it", async () => {
  desk = await openStockDesk(
    ["A"],
    [
      { orderNumber: A, lines: [sold("A", 3)] },
      { orderNumber: B, progress: 100, lines: [sold("A", 1)] },
    ],
  );
  counts("A", 10);
  desk.types("在庫", "A", "安全在庫", 2);
  setStock(desk, "A", 7);
  const notice = await sync();
  expect(notice).toMatchObject({ remedy: "none", report: { counts: { found: 2 }, faults: [] } });
  expect(row("A")).toMatchObject({
    実在庫: 10,
    出荷指示数: 3,
    未出荷数: 1,
    引当可能数: 4,
    楽天在庫数: 7,
    楽天との差: 3,
    出荷指示の注文番号: `${A}×3`,
    未出荷の注文番号: `${B}×1`,
  });
  expect(desk.rows("連携ログ").at(-1)).toMatchObject({ ジョブ: "在庫を連携", 結果: "完了", 対象: 2 });
  expect(await sync()).toMatchObject({ report: { counts: { added: 0, updated: 0 } } });
});

test("what an order lost in RMS is not spoken for any more, and what is left ships as it is", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("A", 3)] }]);
  counts("A", 10);
  await desk.importShipments();
  await sync();
  expect(row("A")).toMatchObject({ 出荷指示数: 3 });
  desk.shop.change(A, { units: 1 });
  await sync();
  expect(row("A")).toMatchObject({ 出荷指示数: 1, 引当可能数: 9 });
  await desk.importShipments();
  ships(A);
  await sync();
  expect(row("A")).toMatchObject({ 実在庫: 9, 出荷指示数: 0, 引当可能数: 9 });
  expect(row("A")?.出荷指示の注文番号).toBeUndefined();
  expect(desk.rows("入出庫").filter(({ 区分 }) => 区分 === "出荷")).toMatchObject([{ 商品コード: "A", 数量: -1 }]);
});

test("goods that left without ever being counted in are missing, and the run goes on below zero", async () => {
  desk = await openStockDesk(
    ["A"],
    [
      { orderNumber: A, lines: [sold("A", 5)] },
      { orderNumber: B, lines: [sold("A", 2)] },
    ],
  );
  counts("A", 0);
  await sync();
  await desk.importShipments();
  ships(A);
  await sync();
  expect(row("A")).toMatchObject({ 実在庫: -5, 出荷指示数: 2, 引当可能数: -7 });
  desk.shop.cancel(B);
  expect(await sync()).toMatchObject({ remedy: "none" });
  expect(row("A")).toMatchObject({ 実在庫: -5, 出荷指示数: 0, 引当可能数: -5 });
});

test("a set speaks for its parts and says how many can still be made", async () => {
  desk = await openStockDesk(
    ["A"],
    [
      { orderNumber: A, lines: [sold("A", 1)] },
      { orderNumber: B, lines: [sold("SET-1", 1)] },
    ],
  );
  typesRow(desk, "セット商品", { セット商品コード: "set-1", 部品の商品コード: "Ａ", 数量: 3 });
  await sync();
  expect(desk.rows("セット商品")).toMatchObject([{ 作れる数の理由: "部品「A」が未棚卸です。" }]);
  expect(desk.rows("セット商品")[0]?.作れる数).toBeUndefined();
  counts("A", 10);
  await sync();
  expect(row("A")).toMatchObject({ 出荷指示数: 4, 引当可能数: 6, 出荷指示の注文番号: `${A}×1\n${B}×3` });
  expect(row("SET-1")).toBeUndefined();
  expect(desk.rows("セット商品")).toMatchObject([{ 作れる数: 2, 作れる数の理由: "部品「A」の引当可能数 6" }]);
});

test("a set with a mistake speaks for nothing and is named until it is mended", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("SET-1", 1), sold("A", 1)] }]);
  typesRow(desk, "セット商品", { セット商品コード: "SET-1", 部品の商品コード: "A", 数量: 0 });
  expect(await sync()).toMatchObject({ report: { faults: [{ subject: "セット商品「SET-1」" }] } });
  expect(row("A")).toMatchObject({ 出荷指示数: 1 });
  expect(noteOn(desk, "セット商品", 2, "数量")).toContain("【要修正】");
  desk.types("セット商品", "SET-1", "数量", 2);
  expect(await sync()).toMatchObject({ report: { faults: [] } });
  expect(row("A")).toMatchObject({ 出荷指示数: 3 });
  expect(desk.rows("連携ログ").map(({ 結果 }) => 結果)).toContain("解消");
});

test("of an order to several destinations the shipped one is booked out and the others are still spoken for", async () => {
  desk = await openStockDesk(
    ["A"],
    [{ orderNumber: A, packages: [{ lines: [sold("A", 2)] }, { lines: [sold("A", 3)] }] }],
  );
  counts("A", 10);
  await desk.importShipments();
  await sync();
  expect(row("A")).toMatchObject({ 実在庫: 10, 出荷指示数: 5, 出荷指示の注文番号: `${A}×5` });
  ships(A);
  await sync();
  expect(row("A")).toMatchObject({ 実在庫: 8, 出荷指示数: 3, 引当可能数: 5, 出荷指示の注文番号: `${A}×3` });
});

test.each([
  [200, 2],
  [201, 3],
])(
  "%i orders are listed with %i calls for a hundred each and counted with as many, the last one too",
  async (count, asked) => {
    const orders = Array.from({ length: count }, (_, at) => ({ orderNumber: numbered(at + 1), lines: [sold("A")] }));
    desk = await openStockDesk(["A"], orders);
    await desk.importShipments();
    expect(desk.rows("出荷リスト").map(({ 注文番号 }) => 注文番号)).toEqual(
      orders.map(({ orderNumber }) => orderNumber),
    );
    expect(calls(desk, "getOrder")).toBe(asked);
    await sync();
    expect(row("A")).toMatchObject({ 出荷指示数: count });
    expect(calls(desk, "getOrder")).toBe(2 * asked);
  },
);

test("thirty of a hundred products that nobody counted are 未棚卸, and not zero", async () => {
  const codes = Array.from({ length: 100 }, (_, at) => `A-${100 + at}`);
  desk = await openStockDesk(codes, [{ orderNumber: A, lines: [sold("A-199", 2)] }]);
  pastes(
    desk,
    "在庫",
    "棚卸数",
    codes.slice(0, 70).map((_, at) => at),
  );
  await sync();
  const rows = desk.rows("在庫");
  expect(rows.slice(0, 70).map(({ 実在庫 }) => 実在庫)).toEqual(codes.slice(0, 70).map((_, at) => at));
  expect(rows.slice(70).filter((one) => "実在庫" in one || "引当可能数" in one)).toEqual([]);
  expect(rows.slice(70)).toHaveLength(30);
  expect(row("A-199")).toMatchObject({ 出荷指示数: 2 });
});

test("a code that is sold and in no product gets a row that asks, and asks no more once the product is there", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("NEW", 2)] }]);
  await sync();
  expect(row("NEW")).toMatchObject({
    状態: "要確認",
    確認事項: expect.stringContaining("「商品マスタ」にありません"),
    出荷指示数: 2,
  });
  desk.shop.cancel(A);
  await sync();
  expect(row("NEW")).toMatchObject({ 状態: "要確認", 出荷指示数: 0 });
  sells(desk, "NEW");
  await desk.passes(24 * 60);
  await desk.run("importProducts");
  await sync();
  expect(row("NEW")).toMatchObject({ 商品名: "見本品 page-new", 楽天在庫数: 20 });
  expect(row("NEW")?.状態).toBeUndefined();
  expect(row("NEW")?.確認事項).toBeUndefined();
});

test("while no products were fetched nobody is asked about codes", async () => {
  desk = await openStockDesk([], [{ orderNumber: A, lines: [sold("A", 2)] }]);
  await sync();
  expect(row("A")).toMatchObject({ 出荷指示数: 2 });
  expect(row("A")?.状態).toBeUndefined();
});

test("a code that the shop writes in another case or width than 商品マスタ is the same product", async () => {
  desk = await openStockDesk(
    ["Abc-1"],
    [
      { orderNumber: A, lines: [sold("ABC-1", 2)] },
      { orderNumber: B, lines: [sold("ａｂｃ-1", 1)] },
    ],
  );
  await sync();
  expect(desk.rows("在庫")).toMatchObject([{ 商品コード: "Abc-1", 出荷指示数: 3 }]);
  expect(desk.rows("在庫")).toHaveLength(1);
});

test("orders that say a product's former code count for it, though its code changed before anybody counted", async () => {
  desk = await openStockDesk(
    ["X"],
    [
      { orderNumber: A, lines: [sold("X", 2)] },
      { orderNumber: B, lines: [sold("X", 3)] },
    ],
  );
  await desk.importShipments();
  desk.shop.putItem(item("page-x", { one: "Y" }));
  await desk.run("importProducts");
  desk.types("商品マスタ", "X", "確認済", true);
  await desk.passes(24 * 60);
  await desk.run("importProducts");
  counts("Y", 20);
  await sync();
  expect(row("Y")).toMatchObject({ 引当可能数: 15, 出荷指示数: 5 });
  ships(A);
  await sync();
  expect(row("Y")).toMatchObject({ 実在庫: 18, 引当可能数: 15, 出荷指示数: 3 });
  expect(row("X")).toBeUndefined();
});

test("orders on the list count also when they are older than the period that is searched", async () => {
  const ordered = new Date("2026-11-04T10:00:00+09:00");
  desk = await openStockDesk(
    ["A"],
    [
      { orderNumber: "123456-20261104-0000000001", ordered, lines: [sold("A", 2)] },
      { orderNumber: "123456-20261104-0000000002", ordered, lines: [sold("A", 3)] },
    ],
  );
  await desk.importShipments();
  desk.shop.add({ orderNumber: "123456-20261104-0000000003", ordered, lines: [sold("A", 7)] });
  await desk.run("saveSettings", OPERATOR, [{ settings: { periodDays: 5 } }]);
  await sync();
  expect(row("A")).toMatchObject({ 出荷指示数: 5 });
  desk.shop.cancel("123456-20261104-0000000002");
  await sync();
  expect(row("A")).toMatchObject({ 出荷指示数: 2 });
});

test("an order that cannot be read is named; one that is on the list counts as the list has it", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("A", 2)] }]);
  await desk.importShipments();
  desk.shop.add({ orderNumber: B, lines: [sold("A", 5)] });
  const broken = { corrupt: { "OrderModelList.0.PackageModelList": "?", "OrderModelList.1.PackageModelList": "?" } };
  desk.faults.next("getOrder", broken);
  expect(await sync()).toMatchObject({ remedy: "none", report: { faults: [{ subject: B }, { subject: A }] } });
  expect(row("A")).toMatchObject({ 出荷指示数: 2 });
  expect(await sync()).toMatchObject({ report: { faults: [] } });
  expect(row("A")).toMatchObject({ 出荷指示数: 7 });
  expect(desk.rows("連携ログ").map(({ 結果 }) => 結果)).toContain("解消");
});

test("an order that the shop no longer knows counts as the list has it", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("A", 2)] }]);
  await desk.importShipments();
  desk.shop.remove(A);
  expect(await sync()).toMatchObject({ report: { faults: [] } });
  expect(row("A")).toMatchObject({ 出荷指示数: 2 });
});

test("a 安全在庫 that is no amount is marked until it is mended, and stops nothing", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("A", 2)] }]);
  desk.types("在庫", "A", "安全在庫", "3個");
  expect(await sync()).toMatchObject({ remedy: "none" });
  expect(noteOn(desk, "在庫", 2, "安全在庫")).toContain("0以上の整数");
  expect(row("A")).toMatchObject({ 出荷指示数: 2 });
  desk.types("在庫", "A", "安全在庫", 3);
  await sync();
  expect(noteOn(desk, "在庫", 2, "安全在庫")).toBeUndefined();
});

test("楽天在庫数 is emptied where the shop keeps no count any more", async () => {
  desk = await openStockDesk(["A", "B"], []);
  await sync();
  expect(row("A")).toMatchObject({ 楽天在庫数: 20 });
  desk.shop.removeStock("page-a", "one");
  await sync();
  expect(row("A")?.楽天在庫数).toBeUndefined();
  expect(row("B")).toMatchObject({ 楽天在庫数: 20 });
});

const many = (count: number, from: number, code: string) =>
  Array.from({ length: count }, (_, at) => ({
    orderNumber: `123456-20261123-${String(from + at).padStart(10, "0")}`,
    lines: [sold(code)],
  }));

const slow = (times: number) => Array.from({ length: times }, () => ({ latency: 20_000 }));

test("where time runs out, listed orders count as the list has them, and the message says how many", async () => {
  desk = await openStockDesk(["A", "B"], many(1300, 1000, "A"));
  await desk.importShipments();
  for (const order of many(150, 5000, "B")) desk.shop.add(order);
  desk.shop.change("123456-20261123-0000002299", { units: 4 });
  desk.faults.next("getOrder", ...slow(20));
  desk.faults.next("searchOrder", ...slow(1));
  desk.faults.next("inventories.bulk.get", ...slow(1));
  const notice = await sync();
  desk.faults.clear();
  expect(notice).toMatchObject({
    remedy: "none",
    message: expect.stringMatching(/時間内に楽天で確認できず出荷リストの内容で数えた注文 [1-9]\d*件。/),
  });
  expect(row("A")).toMatchObject({ 出荷指示数: 1300 });
  expect(row("B")).toMatchObject({ 出荷指示数: 150 });
  await sync();
  expect(row("A")).toMatchObject({ 出荷指示数: 1303 });
});

test("where there is no time even for the orders that are on no list, no figure is written", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: C, lines: [sold("A", 3)] }]);
  await sync();
  for (const order of many(1500, 1000, "A")) desk.shop.add(order);
  desk.faults.next("getOrder", ...slow(20));
  const notice = await sync();
  expect(notice).toMatchObject({ remedy: "wait", message: expect.stringContaining("更新しませんでした") });
  expect(row("A")).toMatchObject({ 出荷指示数: 3 });
  expect(desk.rows("連携ログ").at(-1)).toMatchObject({ 結果: "失敗" });
});

test("a large stock is counted with the fewest calls", async () => {
  desk = await openStockDesk(["A"], many(2500, 1000, "A"));
  const { sandbox } = desk.workbench;
  const before = new Map(sandbox.calls);
  const made = (name: string) => (sandbox.calls.get(name) ?? 0) - (before.get(name) ?? 0);
  await desk.passes(1);
  const { value, calls } = await desk.run("syncStock");
  expect(value).toMatchObject({ remedy: "none" });
  expect([made("searchOrder"), made("getOrder"), made("inventories.bulk.get")]).toEqual([3, 25, 1]);
  expect(calls.filter(({ name }) => name.startsWith("Sheets."))).toHaveLength(3);
  expect(row("A")).toMatchObject({ 出荷指示数: 2500 });
  expect(String(row("A")?.出荷指示の注文番号).split("\n").at(-1)).toBe("ほか2000件");
});
