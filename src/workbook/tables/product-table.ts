import { dateTime, number, text } from "../column.ts";
import { defineTable, sealColumn } from "../table.ts";

/** 商品マスタ: one SKU a row. */
export const productTable = defineTable({
  sheet: "商品マスタ",
  key: ["productCode"],
  tabColor: { red: 0.2, green: 0.66, blue: 0.33 },
  columns: {
    productCode: text("商品コード", {
      width: 150,
      note: "「API接続設定」で選んだ項目の値です。在庫の商品コードと同じです。",
    }),
    state: text("状態", { width: 80 }),
    name: text("商品名", { width: 300 }),
    variation: text("バリエーション", { width: 160 }),
    location: text("棚番", { owner: "staff", width: 90, note: "商品の置き場所です。" }),
    safetyStock: number("安全在庫", { owner: "staff", note: "この数を残して販売します。" }),
    memo: text("備考", { owner: "staff", width: 160 }),
    manageNumber: text("商品管理番号", { width: 130 }),
    itemNumber: text("商品番号", { width: 130 }),
    variantId: text("SKU管理番号", { width: 130 }),
    merchantSkuId: text("システム連携用SKU番号", { width: 160 }),
    jan: text("JAN", { width: 130 }),
    genreId: text("ジャンルID", { width: 90 }),
    genreName: text("ジャンル名", { width: 200 }),
    price: number("販売価格"),
    updatedAt: dateTime("楽天更新日時"),
    seal: sealColumn(),
  },
});
