import { dateTime, number, text } from "../column.ts";
import { defineTable, sealColumn } from "../table.ts";

/** 商品マスタ: one SKU a row. */
export const productTable = defineTable({
  sheet: "商品マスタ",
  key: ["productCode"],
  tabColor: { red: 0.2, green: 0.66, blue: 0.33 },
  columns: {
    productCode: text("商品コード", "「API接続設定」で選んだ項目の値。在庫の商品コードと同じです。", 150),
    state: text("状態", "要確認の行は内容の確認が必要です。", 80),
    name: text("商品名", "楽天の商品名", 300),
    variation: text("バリエーション", "色・サイズなどの選択肢", 160),
    location: text("棚番", "商品の置き場所", 90, "staff"),
    safetyStock: number("安全在庫", "この数を残して販売します。", 80, "staff"),
    memo: text("備考", "自由に使えるメモ", 160, "staff"),
    manageNumber: text("商品管理番号", "楽天の商品管理番号（商品URL）", 130),
    itemNumber: text("商品番号", "店舗が付けた商品番号", 130),
    variantId: text("SKU管理番号", "楽天のSKU管理番号", 130),
    merchantSkuId: text("システム連携用SKU番号", "店舗が付けたSKU番号", 160),
    jan: text("JAN", "JANコード", 130),
    genreId: text("ジャンルID", "楽天のジャンルID", 90),
    genreName: text("ジャンル名", "楽天のジャンル", 200),
    price: number("販売価格", "販売価格（円）"),
    updatedAt: dateTime("楽天更新日時", "楽天で更新された日時"),
    seal: sealColumn(),
  },
});
