import { afterEach, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { LEAF_GENRES } from "../../../workbench/rms/seed/genres.ts";
import type { Item } from "../../../workbench/rms/shop/item.ts";
import { type Desk, type DeskOptions, openDesk, type SheetRow } from "../../support/desk.ts";
import { item } from "../../support/shop-items.ts";

const DAY = 24 * 60;

let desk: Desk;
afterEach(() => desk.close());

/** A shop with these pages only, whose operator chose システム連携用SKU番号 as 商品コード. */
async function open(items: readonly Item[], options: DeskOptions = {}): Promise<void> {
  desk = await openDesk({ skus: 0, ...options });
  await set({ productCode: "merchantSkuId" });
  for (const one of items) desk.shop.putItem(one);
}

const set = (settings: object) => desk.run("saveSettings", OPERATOR, [{ settings }]);

async function importProducts(): Promise<Notice> {
  const execution = await desk.run("importProducts");
  if (execution.outcome !== "completed") throw new Error(`${execution.outcome}: ${execution.error?.message}`);
  return execution.value as Notice;
}

/** RMS calls of one run by function. */
async function callsOf(run: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = new Map(desk.workbench.sandbox.calls);
  await run();
  const made = [...desk.workbench.sandbox.calls].map(
    ([name, count]) => [name, count - (before.get(name) ?? 0)] as const,
  );
  return Object.fromEntries(made.filter(([name, count]) => count > 0 && !name.startsWith("license")));
}

const row = (sheet: string, code: string): SheetRow | undefined =>
  desk.rows(sheet).find(({ 商品コード }) => 商品コード === code);

const progress = async () => {
  const { value } = await desk.run("loadSettings", OPERATOR);
  const { productsSince, productsFrom } = (value as { settings: Record<string, unknown> }).settings;
  return { productsSince, productsFrom };
};

test("each SKU of the shop becomes a product with a row of stock and the name of its genre", async () => {
  await open([
    item("shirt", { s: "SH-S", m: { merchantDefinedSkuId: "SH-M", hidden: true } }),
    item("cap", { c: "CAP" }, { unlimitedInventoryFlag: true }),
    item("club", { b: "CLUB" }, { itemType: "BUYING_CLUB" }),
    item("bare", { "normal-inventory": {} }),
  ]);
  expect(await importProducts()).toMatchObject({
    remedy: "none",
    message: expect.stringContaining("新規 4件、更新 0件、見送り 1件。見送り: 商品コードがない（bare） 1件。"),
  });
  expect(row("商品マスタ", "SH-S")).toMatchObject({
    商品名: "見本品 shirt",
    商品管理番号: "shirt",
    SKU管理番号: "s",
    ジャンル名: LEAF_GENRES[0]?.name,
    販売価格: 500,
    在庫管理: "通常",
  });
  expect(["SH-M", "CAP", "CLUB"].map((code) => row("商品マスタ", code))).toMatchObject([
    { 状態: "倉庫" },
    { 在庫管理: "無制限" },
    { 在庫管理: "頒布会" },
  ]);
  expect(desk.rows("在庫").map(({ 商品コード }) => 商品コード)).toEqual(["CAP", "CLUB", "SH-S", "SH-M"]);
  expect(row("在庫", "CLUB")).not.toHaveProperty("楽天在庫数");
});

test("a second run asks once, writes only what changed and leaves what staff entered", async () => {
  await open([item("a", { a: "A" }), item("b", { b: "B" })]);
  await importProducts();
  for (const [header, value] of [
    ["棚番", "3-2"],
    ["在庫上限", 50],
    ["備考", "割れ物"],
  ] as const)
    desk.types("商品マスタ", "A", header, value);
  desk.types("在庫", "A", "棚卸数", 12);
  const untouched = row("商品マスタ", "B");
  await desk.passes(DAY);
  desk.shop.putItem(item("a", { a: "A" }, { title: "新しい名前" }));
  let message = "";
  const calls = await callsOf(async () => {
    message = (await importProducts()).message;
  });
  expect(calls).toEqual({ "items.search": 1 });
  expect(message).toBe("新規 0件、更新 1件。");
  expect(row("商品マスタ", "A")).toMatchObject({ 商品名: "新しい名前", 棚番: "3-2", 在庫上限: 50, 備考: "割れ物" });
  expect(row("在庫", "A")).toMatchObject({ 商品名: "新しい名前", 実在庫: 12 });
  expect(row("商品マスタ", "B")).toEqual(untouched);
});

test("a SKU or page that is gone from RMS is 廃止, and no longer when it is back", async () => {
  await open([item("a", { s: "A-S", m: "A-M" }), item("b", { b: "B" })]);
  await importProducts();
  desk.types("在庫", "B", "棚卸数", 7);
  await desk.passes(60);
  desk.shop.putItem(item("a", { s: "A-S" }));
  desk.shop.removeItem("b");
  expect((await importProducts()).message).toContain("廃止: 楽天にない商品 2件。");
  expect([row("商品マスタ", "A-M"), row("商品マスタ", "B")]).toMatchObject([{ 状態: "廃止" }, { 状態: "廃止" }]);
  expect(row("在庫", "B")).toMatchObject({ 実在庫: 7 });
  await desk.passes(DAY);
  desk.shop.putItem(item("b", { b: "B" }));
  await importProducts();
  expect(row("商品マスタ", "B")).not.toHaveProperty("状態");
});

test("a page that was deleted without a trace is missed once a week, and asked for before it is 廃止", async () => {
  await open([item("a", { a: "A" }), item("b", { b: "B" })]);
  await importProducts();
  desk.shop.removeItem("b");
  await desk.passes(5 * DAY);
  expect(await callsOf(importProducts)).toEqual({ "items.search": 1 });
  expect(row("商品マスタ", "B")).not.toHaveProperty("状態");
  await desk.passes(3 * DAY);
  expect(await callsOf(importProducts)).toEqual({ "items.search": 1, "items.get": 1 });
  expect(row("商品マスタ", "B")).toMatchObject({ 状態: "廃止" });
  await desk.passes(DAY);
  expect(await callsOf(importProducts)).toEqual({ "items.search": 1 });
});

test("one code on two pages is one product once somebody allowed it, whether the pages change or not", async () => {
  await open([item("a", { a: "X" }), item("b", { b: "X" })]);
  expect((await importProducts()).message).toContain("要確認 1件");
  expect(row("商品マスタ", "X")).toMatchObject({ 状態: "要確認", 確認事項: expect.stringContaining("a/a、b/b") });
  expect(desk.rows("在庫")).toEqual([]);
  desk.types("商品マスタ", "X", "確認済", true);
  await desk.passes(3 * DAY);
  await importProducts();
  expect(row("商品マスタ", "X")).toMatchObject({ 同じコードのSKU: "b/b" });
  expect(row("商品マスタ", "X")).not.toHaveProperty("状態");
  expect(desk.rows("在庫")).toHaveLength(1);
  expect(await callsOf(importProducts)).toEqual({ "items.search": 1 });
});

test("a changed product code takes its rows along with what staff entered, once somebody allowed it", async () => {
  await open([item("a", { a: "X" }), item("b", { b: "B" })]);
  await importProducts();
  desk.types("商品マスタ", "X", "棚番", "3-2");
  desk.types("在庫", "X", "棚卸数", 12);
  desk.shop.putItem(item("a", { a: "Y" }));
  await importProducts();
  expect(row("商品マスタ", "X")).toMatchObject({ 状態: "要確認", 確認事項: expect.stringContaining("X から Y") });
  expect(row("商品マスタ", "Y")).toBeUndefined();

  desk.types("商品マスタ", "X", "確認済", true);
  await desk.passes(3 * DAY);
  expect((await importProducts()).message).toContain("商品コードの変更 1件");
  expect(desk.rows("商品マスタ").map(({ 商品コード }) => 商品コード)).toEqual(["Y", "B"]);
  expect(desk.rows("在庫").map(({ 商品コード }) => 商品コード)).toEqual(["Y", "B"]);
  expect(row("商品マスタ", "Y")).toMatchObject({ 棚番: "3-2" });
  expect(row("在庫", "Y")).toMatchObject({ 実在庫: 12 });
});

test("商品マスタ最終取得期間 moves to the start of a complete run, and only what changed since is taken", async () => {
  await open([item("old", { a: "OLD" })]);
  await desk.passes(10 * DAY);
  desk.shop.putItem(item("new", { a: "NEW" }));
  await set({ productsSince: "2026-12-04T10:00" });
  await importProducts();
  expect(desk.rows("商品マスタ").map(({ 商品コード }) => 商品コード)).toEqual(["NEW"]);
  expect(await progress()).toEqual({ productsSince: "2026-12-04T10:30", productsFrom: 1 });
  await set({ productsSince: "2026-11-20T00:00" });
  await importProducts();
  expect(desk.rows("商品マスタ").map(({ 商品コード }) => 商品コード)).toEqual(["NEW", "OLD"]);
});

test("商品マスタ取得開始位置 leaves out the first products of one run", async () => {
  await open(["a", "b", "c"].map((name) => item(name, { s: name.toUpperCase() })));
  await set({ productsFrom: 3 });
  await importProducts();
  expect(desk.rows("商品マスタ").map(({ 商品コード }) => 商品コード)).toEqual(["C"]);
  expect(await progress()).toMatchObject({ productsFrom: 1 });
});

const many = () =>
  Array.from({ length: 1550 }, (_, at) => item(`item-${String(at).padStart(4, "0")}`, { s: `S-${at}` }));
const slow = (pages: number) =>
  desk.faults.next("items.search", ...Array.from({ length: pages }, () => ({ latency: 19_000 })));

test("a run that is out of time goes on at its page, and the settings tell where that is", async () => {
  await open(many());
  slow(15);
  expect(await importProducts()).toMatchObject({ remedy: "wait" });
  expect(desk.rows("商品マスタ")).toHaveLength(1500);
  expect(await progress()).toEqual({ productsSince: null, productsFrom: 1501 });
  await desk.passes(60);
  expect((await callsOf(importProducts))["items.search"]).toBe(2);
  expect(desk.rows("商品マスタ")).toHaveLength(1550);
  expect(await progress()).toEqual({ productsSince: "2026-11-24T10:30", productsFrom: 1 });
});

test("products come without names of genres where that function is off, and get them later", async () => {
  await open([item("a", { a: "A" })]);
  desk.faults.next("navigation.genres.get", { status: 403 });
  await importProducts();
  expect(row("商品マスタ", "A")).not.toHaveProperty("ジャンル名");
  expect(desk.rows("連携ログ").map(({ 結果 }) => 結果)).toEqual(["完了", "エラー"]);
  await desk.passes(60);
  await importProducts();
  expect(row("商品マスタ", "A")).toMatchObject({ ジャンル名: LEAF_GENRES[0]?.name });
  expect(desk.rows("連携ログ").map(({ 結果 }) => 結果)).toEqual(["完了", "解消", "完了"]);
});

test("a page that cannot be read is named and asked for again by the next run", async () => {
  await open([item("a", { a: "A" }), item("b", { b: "B" })]);
  desk.faults.next("items.search", { corrupt: { "results.0.item.title": 7 } });
  await importProducts();
  expect(desk.rows("商品マスタ").map(({ 商品コード }) => 商品コード)).toEqual(["B"]);
  await desk.passes(3 * DAY);
  expect(await callsOf(importProducts)).toMatchObject({ "items.search": 1, "items.get": 1 });
  expect(row("商品マスタ", "A")).toBeDefined();
});

test("a code of セット商品 gets no row and no stock", async () => {
  await open([item("a", { a: "A" }), item("set", { s: "SET-1" })]);
  desk.batchUpdate(
    [
      {
        appendCells: {
          sheetId: desk.sheetId("セット商品"),
          rows: [
            {
              values: ["SET-1", "A", 2].map((value) => ({
                userEnteredValue: typeof value === "number" ? { numberValue: value } : { stringValue: value },
              })),
            },
          ],
          fields: "userEnteredValue",
        },
      },
    ],
    OPERATOR,
  );
  await importProducts();
  expect(desk.rows("商品マスタ").map(({ 商品コード }) => 商品コード)).toEqual(["A"]);
});
