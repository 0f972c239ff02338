import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { typesRow } from "../../support/sheet-cells.ts";

const A = "123456-20261123-0000000001";

let desk: Desk;
afterEach(() => desk.close());

test("an order knows no JAN: it comes from 商品マスタ, and a row that waits for it is settled by the next run", async () => {
  const sku = { variantId: "red", merchantDefinedSkuId: null, skuInfo: "カラー:赤" };
  desk = await openDesk({ orders: [{ orderNumber: A, lines: [{ manageNumber: "item-1", sku }] }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.run("saveSettings", OPERATOR, [{ settings: { productCode: "jan" } }]);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    連携状態: "要確認",
    確認事項: expect.stringContaining("商品マスタのJAN"),
  });
  product("4900000000016", "item-1", "blue");
  product("4900000000023", "item-1", "red");
  await desk.passes(1);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 連携状態: "取込済" });
  expect(desk.rows("出荷明細")[0]).toMatchObject({ 商品コード: "4900000000023" });
});

test("a set has no JAN: it is known by another code of its line", async () => {
  const sku = { variantId: "pack", merchantDefinedSkuId: "GIFT-1", skuInfo: null };
  desk = await openDesk({ orders: [{ orderNumber: A, lines: [{ manageNumber: "item-2", sku, units: 2 }] }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.run("saveSettings", OPERATOR, [{ settings: { productCode: "jan" } }]);
  product("4900000000016", "item-1", "blue");
  typesRow(desk, "セット商品", { セット商品コード: "gift-1", 部品の商品コード: "4900000000016", 数量: 3 });
  await desk.importShipments();
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 連携状態: "取込済" });
  expect(desk.rows("出荷明細")[0]).toMatchObject({ 商品コード: "GIFT-1", セット内訳: "4900000000016 × 6" });
});

/** A row of 商品マスタ as an import of products would write it. */
const product = (jan: string, manageNumber: string, variantId: string): void =>
  typesRow(desk, "商品マスタ", { 商品コード: jan, 商品管理番号: manageNumber, SKU管理番号: variantId, JAN: jan });
