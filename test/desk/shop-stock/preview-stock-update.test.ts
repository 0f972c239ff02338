import { afterEach, expect, test } from "vitest";
import type { UpdatePreview, UpdatePreviewResult } from "../../../src/desk/shop-stock/rules/update-preview.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import { codeOf, openShop, shown, update, writes } from "./shop-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const GOODS = {
  a: { counted: 7, shown: 5 },
  b: { counted: 0, shown: 3 },
  c: { counted: 4, shown: 4 },
  d: { shown: 3 },
};
const SHEETS = ["ダッシュボード", "商品マスタ", "在庫", "入出庫", "連携ログ"];

async function previewed(): Promise<UpdatePreview> {
  const result = (await desk.run("previewStockUpdate")).value as UpdatePreviewResult;
  if (!result.done) throw new Error(result.message);
  return result.preview;
}

test("the preview tells from what to what each SKU changes, what is left alone and why, and the run does just that", async () => {
  desk = await openShop(GOODS);
  expect(await previewed()).toEqual({
    changes: [
      { productCode: codeOf("b"), name: "見本品 b", sku: "b/s", from: 3, to: 0 },
      { productCode: codeOf("a"), name: "見本品 a", sku: "a/s", from: 5, to: 7 },
    ],
    even: 1,
    skipped: { "未棚卸（棚卸数を入力してください）": 1 },
    stop: "",
    faults: [],
    enabled: true,
  });
  expect(await update(desk)).toMatchObject({ report: { counts: { updated: 2, even: 1 } } });
  expect(await previewed()).toMatchObject({ changes: [], even: 3 });
});

test("nothing is written for a preview, neither into the sheets nor to the shop", async () => {
  desk = await openShop(GOODS);
  const before = SHEETS.map(desk.grid);
  const { calls } = await desk.run("previewStockUpdate");
  expect(calls.filter(({ name }) => name === "Sheets.Spreadsheets.batchUpdate")).toEqual([]);
  expect(SHEETS.map(desk.grid)).toEqual(before);
  expect([writes(desk), shown(desk, "a")]).toEqual([0, 5]);
});

test("before it is switched on, the preview says so; what would be stopped, it says too", async () => {
  desk = await openShop(GOODS, { settings: { stockUpdate: false, stopShare: 20 } });
  expect(await previewed()).toMatchObject({ enabled: false, stop: expect.stringContaining("3件のうち、1件が0になり") });
});

test("a wrong cell of the master is told by its place", async () => {
  desk = await openShop(GOODS);
  desk.types("商品マスタ", codeOf("a"), "楽天の配分率", 101);
  const { faults, changes } = await previewed();
  expect(faults).toEqual([expect.stringMatching(/「商品マスタ」2行目「楽天の配分率」.*1から100/)]);
  expect(changes).toMatchObject([{ productCode: codeOf("b") }]);
});

test("staff without keys hear who holds them", async () => {
  desk = await openShop(GOODS);
  for (const fn of ["previewStockUpdate", "sendShopStock"])
    expect((await desk.run(fn, STAFF)).value).toMatchObject({ message: expect.stringContaining(OPERATOR) });
  expect(shown(desk, "a")).toBe(5);
});

test("what the dialog sends is the run itself, which shows its failure in the dialog and no alert over it", async () => {
  desk = await openShop(GOODS, { settings: { stopShare: 20 } });
  const failed = await desk.run("sendShopStock");
  expect(failed.value).toMatchObject({ remedy: "fix", message: expect.stringContaining("何も書き込みません") });
  expect(desk.ui.shown.filter(({ kind }) => kind === "alert")).toEqual([]);
  await desk.run("saveSettings", OPERATOR, [{ settings: { stopShare: 100 } }]);
  expect((await desk.run("sendShopStock")).value).toMatchObject({ remedy: "none" });
  expect([shown(desk, "a"), shown(desk, "b")]).toEqual([7, 0]);
});

test("the menu opens a dialog that asks for the preview by itself", async () => {
  desk = await openShop({});
  await desk.run("showStockUpdate");
  expect(desk.ui.shown.filter(({ kind }) => kind === "dialog")).toMatchObject([
    { title: "楽天の在庫の更新を確認", html: expect.stringContaining("previewStockUpdate") },
  ]);
});
