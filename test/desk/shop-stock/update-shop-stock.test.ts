import { afterEach, expect, test } from "vitest";
import { HELD } from "../../../src/desk/shop-stock/rules/skip.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import type { Fault } from "../../../workbench/rms/faults.ts";
import type { Shop } from "../../../workbench/rms/shop/shop.ts";
import type { Desk } from "../../support/desk.ts";
import { noteOn, typesRow } from "../../support/sheet-cells.ts";
import { item } from "../../support/shop-items.ts";
import { buy, codeOf, type Goods, openShop, orderOf, rowOf, said, shown, update, writes } from "./shop-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

async function open(goods: Goods, settings: object = {}) {
  desk = await openShop(goods, { settings });
}

/** Something in the shop right before it answers a call. */
const happens = (act: (shop: Shop) => void): Fault => ({ shop: act });

test("while nobody switched it on, nothing is asked and nothing is written, and the message says where to", async () => {
  await open({ a: { counted: 7, shown: 5 } }, { stockUpdate: false });
  const before = [...desk.workbench.sandbox.calls];
  expect(await update(desk)).toMatchObject({
    remedy: "fix",
    message: expect.stringMatching(/無効になっています.*「API接続設定」で「楽天の在庫を更新する」を有効に/),
  });
  expect([...desk.workbench.sandbox.calls].filter(([name]) => name !== "license.expiryDate.get")).toEqual(
    before.filter(([name]) => name !== "license.expiryDate.get"),
  );
  expect(shown(desk, "a")).toBe(5);
});

test("the shop gets what is free, the row says so, and a second run finds nothing to send", async () => {
  await open({ a: { counted: 7, shown: 5 }, b: { counted: 3, shown: 3 } });
  buy(desk, "a", 2);
  expect(shown(desk, "a")).toBe(3);
  const { report } = await update(desk);
  expect(report).toMatchObject({ counts: { found: 2, updated: 1, even: 1, waiting: {}, skipped: {} }, finished: true });
  expect(shown(desk, "a")).toBe(5);
  expect(rowOf(desk, "a")).toMatchObject({ 引当可能数: 5, 楽天在庫数: 5, 楽天との差: 0, 楽天に登録する数: 5 });
  expect(said(desk, "a")).toMatch(/^更新済 11\/24 10:\d\d（3 → 5）$/);
  expect(said(desk, "b")).toBe("楽天と一致");
  const text = said(desk, "a");
  await update(desk);
  expect(writes(desk)).toBe(1);
  expect(said(desk, "a")).toBe(text);
});

test("limits of the master decide what the shop shows: 100, 50 and nothing", async () => {
  await open({ a: { counted: 250, shown: 1 }, b: { counted: 50, shown: 1 }, c: { counted: 9, shown: 1 } });
  for (const name of ["a", "b", "c"]) {
    desk.types("商品マスタ", codeOf(name), "在庫上限", 100);
    desk.types("商品マスタ", codeOf(name), "在庫下限", 10);
  }
  await update(desk);
  expect(["a", "b", "c"].map((name) => shown(desk, name))).toEqual([100, 50, 0]);
});

test("an upper limit below the lower one is marked on its cell and holds back that product alone, until it is mended", async () => {
  await open({ a: { counted: 250, shown: 1 }, b: { counted: 50, shown: 1 } });
  desk.types("商品マスタ", codeOf("a"), "在庫上限", 100);
  desk.types("商品マスタ", codeOf("a"), "在庫下限", 110);
  expect(await update(desk)).toMatchObject({ report: { faults: [{ subject: codeOf("a") }] } });
  expect(noteOn(desk, "商品マスタ", 2, "在庫上限")).toMatch(/【要修正】.*在庫下限より小さく/);
  expect(said(desk, "a")).toMatch(/^見送り: .*赤いセル/);
  expect([shown(desk, "a"), shown(desk, "b")]).toEqual([1, 50]);
  for (const job of ["importProducts", "syncStock"]) {
    await desk.run(job);
    expect(noteOn(desk, "商品マスタ", 2, "在庫上限")).toContain("【要修正】");
  }
  desk.types("商品マスタ", codeOf("a"), "在庫下限", 10);
  await update(desk);
  expect(noteOn(desk, "商品マスタ", 2, "在庫上限")).toBeUndefined();
  expect(shown(desk, "a")).toBe(100);
});

const sale = happens((shop) => void shop.add(orderOf("a")));
test.each([
  ["before the shop's stock is read", "inventories.bulk.get", [sale], 6],
  ["between that and the orders", "searchOrder", [sale], 5],
  ["between the orders and the last look", "inventories.bulk.get", [null, sale], 6],
  ["after the last look", "inventories.bulk.upsert", [sale], 6],
])("a sale %s is not written away", async (_, call, faults, after) => {
  await open({ a: { counted: 7, shown: 5 } });
  desk.faults.next(call, ...faults);
  await update(desk);
  expect(shown(desk, "a")).toBe(after);
  await update(desk);
  expect(shown(desk, "a")).toBe(6);
});

test("the shop had 5, one was sold during the run, our target is 5: nothing is sent", async () => {
  await open({ a: { counted: 5, shown: 5 } });
  desk.faults.next("getOrder", sale);
  desk.shop.add({ ...orderOf("b"), orderNumber: "123456-20261123-0000000001" });
  await update(desk);
  expect([writes(desk), shown(desk, "a")]).toEqual([0, 4]);
});

test("goods that left by the shop's own screen are not offered again before the list knows that they are gone", async () => {
  await open({ a: { counted: 10, shown: 10 } });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  const { orderNumber } = desk.shop.add(orderOf("a", 3));
  await desk.importShipments();
  desk.shop.ship(orderNumber);
  await update(desk);
  expect([shown(desk, "a"), rowOf(desk, "a")?.引当可能数]).toEqual([7, 10]);
  expect(said(desk, "a")).toMatch(/3個を除いています/);
  await desk.importShipments();
  await update(desk);
  expect([shown(desk, "a"), rowOf(desk, "a")?.引当可能数]).toEqual([7, 7]);
  expect(said(desk, "a")).toBe("楽天と一致");
});

test("an order that waits for a decision keeps its goods, and a cancelled one gives them back", async () => {
  await open({ a: { counted: 10, shown: 10 } });
  const { orderNumber } = desk.shop.add(orderOf("a", 2));
  await desk.importShipments();
  desk.shop.setProgress(orderNumber, 400);
  await update(desk);
  expect(shown(desk, "a")).toBe(8);
  desk.shop.cancel(orderNumber, { restock: false });
  await update(desk);
  expect(shown(desk, "a")).toBe(10);
});

test("what nobody counted yet is not sent, and is no 0", async () => {
  const goods = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`p${at}`, at < 30 ? { shown: 4 } : { counted: 8, shown: 4 }]),
  );
  await open(goods);
  const { report } = await update(desk);
  expect(report?.counts).toMatchObject({ updated: 70, skipped: { "未棚卸（棚卸数を入力してください）": 30 } });
  expect([shown(desk, "p0"), shown(desk, "p99")]).toEqual([4, 8]);
  expect(said(desk, "p0")).toBe("見送り: 未棚卸（棚卸数を入力してください）");
});

/** Three pages of 300 SKUs: the update sends 400, 400 and 100. */
async function openLarge() {
  await open({});
  const skus = (page: string) =>
    Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`s${at}`, `${page}-${String(at).padStart(3, "0")}`]));
  for (const page of ["a", "b", "c"]) desk.shop.putItem(item(page, skus(page)));
  for (const page of ["a", "b", "c"]) for (let at = 0; at < 300; at++) desk.shop.setStock(page, `s${at}`, 1);
  await desk.run("importProducts");
  const [headers = [], ...rows] = desk.grid("在庫");
  const start = { sheetId: desk.sheetId("在庫"), rowIndex: 1, columnIndex: headers.indexOf("棚卸数") };
  const cell = { values: [{ userEnteredValue: { numberValue: 2 } }] };
  desk.batchUpdate([{ updateCells: { start, rows: rows.map(() => cell), fields: "userEnteredValue" } }], STAFF);
}

const tally = () => {
  const counts: Record<string, number> = {};
  for (const { 楽天の更新: text } of desk.rows("在庫")) {
    const word = String(text).replace(/[ （].*/s, "");
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
};
const twos = () => [...desk.shop.state.stocks.values()].filter(({ quantity }) => quantity === 2).length;

test("of three parts, the middle one 503: the first is done, the others stand on their rows, and later runs send only those", async () => {
  await openLarge();
  desk.faults.next("inventories.bulk.upsert", null, { status: 503 });
  expect(await update(desk)).toMatchObject({ remedy: "wait", message: expect.stringContaining("しばらくしてから") });
  expect(tally()).toEqual({ 更新済: 400, 確認中: 400, 送信待ち: 100 });
  expect(twos()).toBe(400);

  expect(await update(desk)).toMatchObject({ report: { counts: { updated: 100, even: 400 } } });
  expect(tally()).toEqual({ 更新済: 500, 確認中: 400 });

  await desk.passes(3);
  expect(await update(desk)).toMatchObject({ report: { counts: { updated: 400, even: 500 } } });
  expect(tally()).toEqual({ 更新済: 900 });
  expect(twos()).toBe(900);
  expect(writes(desk)).toBe(4);
});

test("an update whose answer was lost is looked at before anything is sent again", async () => {
  await open({ a: { counted: 7, shown: 5 } });
  desk.faults.next("inventories.bulk.upsert", { transport: "reset", after: true });
  expect(await update(desk)).toMatchObject({ remedy: "wait" });
  expect(said(desk, "a")).toMatch(/^確認中（11\/24 10:\d\dに送りましたが/);
  await desk.passes(3);
  await update(desk);
  expect([shown(desk, "a"), writes(desk)]).toEqual([7, 1]);
  expect(said(desk, "a")).toBe("楽天と一致");
});

test("an update that takes effect late is not sent a second time meanwhile", async () => {
  await open({ a: { counted: 7, shown: 5 } });
  desk.faults.next("inventories.bulk.upsert", { transport: "hang", late: 90_000 });
  await update(desk);
  await desk.passes(1);
  const { report } = await update(desk);
  expect(report?.counts.skipped).toEqual({ [HELD]: 1 });
  await desk.passes(2);
  await update(desk);
  expect([shown(desk, "a"), writes(desk)]).toEqual([7, 1]);
});

test("one that never took effect is sent again after two minutes, and not before", async () => {
  await open({ a: { counted: 7, shown: 5 } });
  desk.faults.next("inventories.bulk.upsert", { transport: "hang" });
  await update(desk);
  await desk.passes(1);
  await update(desk);
  expect([shown(desk, "a"), writes(desk)]).toEqual([5, 1]);
  await desk.passes(2);
  await update(desk);
  expect([shown(desk, "a"), writes(desk)]).toEqual([7, 2]);
});

test("a SKU that RMS refuses says why on its row, and the rest of its part is sent", async () => {
  await open({ a: { counted: 7, shown: 5 }, b: { counted: 7, shown: 5 }, c: { counted: 7, shown: 5 } });
  desk.faults.next(
    "inventories.bulk.upsert",
    happens((shop) => shop.removeStock("b", "s")),
  );
  const { report } = await update(desk);
  expect(report).toMatchObject({ counts: { updated: 2 }, faults: [{ subject: codeOf("b") }] });
  expect(said(desk, "b")).toMatch(/^エラー: 楽天に在庫の登録がありません.*（IE0500）$/);
  expect([shown(desk, "a"), shown(desk, "c")]).toEqual([7, 7]);
  expect(desk.rows("連携ログ")).toContainEqual(expect.objectContaining({ 結果: "エラー" }));
});

test("what is sold out in the shop meanwhile is taken to nothing, and not below", async () => {
  await open({ a: { counted: 2, shown: 9 } });
  desk.faults.next(
    "inventories.bulk.get",
    null,
    happens((shop) => shop.moveStock("a", "s", -8)),
  );
  await update(desk);
  expect(shown(desk, "a")).toBe(0);
});

test("what left and could not be booked is not offered again, even after the list knows that it was shipped", async () => {
  await open({ a: { counted: 10, shown: 10 } });
  typesRow(desk, "セット商品", { セット商品コード: "SET", 部品の商品コード: codeOf("a"), 数量: 0 });
  const set = { sku: { variantId: "t", merchantDefinedSkuId: "SET", skuInfo: null } };
  const { orderNumber } = desk.shop.add({ lines: [...orderOf("a", 2).lines, set] });
  await desk.importShipments();
  desk.shop.ship(orderNumber);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "出荷済" }]);
  await update(desk);
  expect([shown(desk, "a"), rowOf(desk, "a")?.実在庫]).toEqual([8, 10]);
  desk.types("セット商品", "SET", "数量", 1);
  await update(desk);
  expect([shown(desk, "a"), rowOf(desk, "a")?.実在庫]).toEqual([7, 7]);
});

test("unlimited items, 頒布会 and rows that people typed are left alone, with the reason", async () => {
  await open({ a: { counted: 7, shown: 5 } });
  desk.shop.putItem(item("u", { s: codeOf("u") }, { unlimitedInventoryFlag: true }));
  desk.shop.putItem(item("k", { s: codeOf("k") }, { itemType: "BUYING_CLUB" }));
  for (const page of ["u", "k"]) desk.shop.setStock(page, "s", 5);
  await desk.run("importProducts");
  for (const name of ["u", "k"]) desk.types("在庫", codeOf(name), "棚卸数", 7);
  await update(desk);
  expect(said(desk, "u")).toBe("見送り: 楽天の在庫が無制限の商品");
  expect(said(desk, "k")).toBe("見送り: 頒布会の商品");
  expect([shown(desk, "u"), shown(desk, "k")]).toEqual([5, 5]);
});

test("every page that sells a code gets the same number, once people said that it is one product", async () => {
  await open({ a: { counted: 7, shown: 5 } });
  desk.shop.putItem(item("a2", { s: codeOf("a") }));
  desk.shop.setStock("a2", "s", 1);
  await desk.run("importProducts");
  await update(desk);
  expect(said(desk, "a")).toMatch(/^見送り: 「商品マスタ」の確認事項/);
  desk.types("商品マスタ", codeOf("a"), "確認済", true);
  await desk.run("importProducts");
  await update(desk);
  expect([shown(desk, "a"), shown(desk, "a2")]).toEqual([7, 7]);
  expect(said(desk, "a").split("\n")).toEqual([
    expect.stringMatching(/^a\/s: 更新済 .*（5 → 7）$/),
    expect.stringMatching(/^a2\/s: 更新済 .*（1 → 7）$/),
  ]);
});

test("a run that would empty more of the shop than is allowed writes nothing to it, and says how many", async () => {
  const goods = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`p${at}`, { counted: at < 3 ? 0 : 5, shown: 4 }]),
  );
  await open(goods, { stopShare: 20 });
  expect(await update(desk)).toMatchObject({ remedy: "fix", message: expect.stringContaining("3件が0になり") });
  expect([writes(desk), shown(desk, "p0"), shown(desk, "p9")]).toEqual([0, 4, 4]);
  expect(said(desk, "p0")).toMatch(/^停止/);
  await desk.run("saveSettings", OPERATOR, [{ settings: { stopShare: 30 } }]);
  expect(await update(desk)).toMatchObject({ remedy: "none", report: { counts: { updated: 10 } } });
  expect([shown(desk, "p0"), shown(desk, "p9")]).toEqual([0, 5]);
});

test("staff who have no keys are told who has, and nothing happens", async () => {
  await open({ a: { counted: 7, shown: 5 } });
  const { value } = await desk.run("updateShopStock", STAFF);
  expect(value).toMatchObject({ remedy: "fix", message: expect.stringContaining(OPERATOR) });
  expect(shown(desk, "a")).toBe(5);
});
