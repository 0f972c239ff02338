import { sheetNames } from "../../core/sheet-names.ts";
import { dateTime, number, text } from "../../workbook/declare/column.ts";
import { defineTable, sealColumn } from "../../workbook/declare/table.ts";
import { GOODS_TAB } from "../tab-colors.ts";
import { itemNumber, manageNumber, merchantSkuId, safetyStock, variantId, variation } from "./goods-columns.ts";

/** 商品マスタ: one SKU a row. */
export const productTable = defineTable({
  sheet: sheetNames.products,
  key: ["productCode"],
  tabColor: GOODS_TAB,
  columns: {
    productCode: text("商品コード", "「API接続設定」で選んだ項目の値。在庫の商品コードと同じです。", 150),
    state: text("状態", "要確認の行は内容の確認が必要です。", 80),
    name: text("商品名", "楽天の商品名", 300),
    variation,
    location: text("棚番", "商品の置き場所", 90, "staff"),
    safetyStock,
    memo: text("備考", "自由に使えるメモ", 160, "staff"),
    manageNumber,
    itemNumber,
    variantId,
    merchantSkuId,
    jan: text("JAN", "JANコード", 130),
    genreId: text("ジャンルID", "楽天のジャンルID", 90),
    genreName: text("ジャンル名", "楽天のジャンル", 200),
    price: number("販売価格", "販売価格（円）"),
    updatedAt: dateTime("楽天更新日時", "楽天で更新された日時"),
    seal: sealColumn(),
  },
});
