import { captions } from "../../core/menu-texts.ts";
import { sheetNames } from "../../core/sheet-names.ts";
import { dateTime, number, seal, staffKey, text } from "../../workbook/declare/column.ts";
import { ORANGE } from "../../workbook/declare/highlight.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { GOODS_TAB } from "../tab-colors.ts";
import { itemNumber, manageNumber, merchantSkuId, safetyStock, variantId, variation } from "./goods-columns.ts";

/** 商品マスタ: one SKU a row. */
export const productTable = defineTable({
  sheet: sheetNames.products,
  key: ["productCode"],
  tabColor: GOODS_TAB,
  columns: {
    productCode: text("商品コード", {
      note: `「${captions.showSettings}」で選んだ項目の値。${sheetNames.stock}の商品コードと同じです。`,
      width: 150,
      writer: "products",
    }),
    state: text("状態", { note: "要確認の行は内容の確認が必要です。", width: 80, writer: "products" }),
    name: text("商品名", { note: "楽天の商品名", width: 300, writer: "products" }),
    variation: variation("products"),
    location: text("棚番", { note: "商品の置き場所", width: 90, writer: "staff" }),
    safetyStock,
    staffKey: staffKey(),
    memo: text("備考", { note: "自由に使えるメモ", width: 160, writer: "staff" }),
    manageNumber: manageNumber("products"),
    itemNumber: itemNumber("products"),
    variantId: variantId("products"),
    merchantSkuId: merchantSkuId("products"),
    jan: text("JAN", { note: "JANコード", width: 130, writer: "products" }),
    genreId: text("ジャンルID", { note: "楽天のジャンルID", width: 90, writer: "products" }),
    genreName: text("ジャンル名", { note: "楽天のジャンル", width: 200, writer: "products" }),
    price: number("販売価格", { note: "販売価格（円）", writer: "products" }),
    updatedAt: dateTime("楽天更新日時", { note: "楽天で更新された日時", writer: "products" }),
    seal: seal({ writer: "products" }),
  },
  highlights: [['{state}="要確認"', ORANGE]],
});
