import { afterEach, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";
import { item } from "../../support/shop-items.ts";

let desk: Desk;
afterEach(() => desk.close());

/** A shop without products whose operator chose システム連携用SKU番号 as 商品コード. */
async function open(options: DeskOptions = {}): Promise<Desk> {
  desk = await openDesk({ skus: 0, ...options });
  await desk.run("saveSettings", OPERATOR, [{ settings: { productCode: "merchantSkuId" } }]);
  return desk;
}

async function importProducts(): Promise<Notice> {
  const execution = await desk.run("importProducts");
  if (execution.outcome !== "completed") throw new Error(`${execution.outcome}: ${execution.error?.message}`);
  return execution.value as Notice;
}

test("each SKU of the shop becomes a product with a row of stock", async () => {
  await open();
  desk.shop.putItem(item("shirt", { s: "SH-S", m: { merchantDefinedSkuId: "SH-M", hidden: true } }));
  const { remedy, message } = await importProducts();
  console.log(remedy, message);
  console.log(desk.rows("商品マスタ"), desk.rows("在庫"), desk.rows("連携ログ"));
});
