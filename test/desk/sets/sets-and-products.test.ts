import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { noteOn, typesRow } from "../../support/sheet-cells.ts";
import { item } from "../../support/shop-items.ts";

const A = "123456-20261123-0000000001";

let desk: Desk;
afterEach(() => desk.close());

/** A shop that sells these SKUs, each on a page of its own, and has an order of two of the last. */
async function open(...codes: readonly string[]): Promise<void> {
  const page = (code: string) => `page-${code.toLowerCase()}`;
  const sold = codes[codes.length - 1] ?? "";
  const sku = { variantId: "one", merchantDefinedSkuId: sold, skuInfo: null };
  desk = await openDesk({
    skus: 0,
    orders: [{ orderNumber: A, lines: [{ manageNumber: page(sold), sku, units: 2 }] }],
  });
  await desk.run("saveSettings", OPERATOR, [{ settings: { productCode: "merchantSkuId" } }]);
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  for (const code of codes) desk.shop.putItem(item(page(code), { one: code }));
}

const part = (set: string, code: string, quantity: number) =>
  typesRow(desk, "セット商品", { セット商品コード: set, 部品の商品コード: code, 数量: quantity });

async function runs(fn: "importProducts" | "importShipments"): Promise<void> {
  await desk.passes(1);
  const { outcome, value } = await desk.run(fn);
  expect({ outcome, value }).toMatchObject({ outcome: "completed", value: { remedy: "none" } });
}

const codesOn = (sheet: string) => desk.rows(sheet).map((row) => row.商品コード);
const line = () => desk.rows("出荷明細")[0];

function deletes(sheet: string, code: string): void {
  const startIndex = desk.grid(sheet).findIndex(([first]) => first === code);
  const range = { sheetId: desk.sheetId(sheet), dimension: "ROWS", startIndex, endIndex: startIndex + 1 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
}

test("a set that was written first never becomes a product, and its order is picked by its parts", async () => {
  await open("P-1", "P-2", "SET-1");
  part("set-1", "P-1", 1);
  part("set-1", "P-2", 3);
  await runs("importProducts");
  expect(codesOn("商品マスタ")).toEqual(["P-1", "P-2"]);
  expect(codesOn("在庫")).toEqual(["P-1", "P-2"]);
  await runs("importShipments");
  expect(line()).toMatchObject({ 商品コード: "SET-1", セット内訳: "P-1 × 2\nP-2 × 6" });
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "取込済" }]);
});

test("a code that products had before is named until people take it out of 商品マスタ, and does not come back", async () => {
  await open("P-1", "SET-1");
  await runs("importProducts");
  part("SET-1", "P-1", 5);
  await runs("importShipments");
  expect(line()?.確認事項).toContain("セット商品「SET-1」");
  expect(noteOn(desk, "セット商品", 2, "セット商品コード")).toContain("「商品マスタ」と「在庫」からこの商品の行を削除");
  await runs("importProducts");
  expect(noteOn(desk, "セット商品", 2, "セット商品コード")).toContain("【要修正】");

  deletes("商品マスタ", "SET-1");
  deletes("在庫", "SET-1");
  await runs("importShipments");
  expect(line()).toMatchObject({ セット内訳: "P-1 × 10" });
  desk.shop.putItem(item("page-set-1", { one: "SET-1" }, { title: "新しい名前" }));
  await desk.passes(2 * 24 * 60);
  await runs("importProducts");
  expect(codesOn("商品マスタ")).toEqual(["P-1"]);
  expect(codesOn("在庫")).toEqual(["P-1"]);
  expect(noteOn(desk, "セット商品", 2, "セット商品コード")).toBeUndefined();
});

test("a set with a mistake makes no product either: mending it finds nothing in its way", async () => {
  await open("P-1", "SET-1");
  part("SET-1", "P-9", 1);
  await runs("importProducts");
  expect(codesOn("商品マスタ")).toEqual(["P-1"]);
  await runs("importShipments");
  expect(line()?.確認事項).toContain("セット商品「SET-1」");
  desk.types("セット商品", "SET-1", "部品の商品コード", "P-1");
  await runs("importShipments");
  expect(line()).toMatchObject({ セット内訳: "P-1 × 2" });
});
