import { captions } from "../../core/menu-texts.ts";
import { sheetNames } from "../../core/sheet-names.ts";
import { type Column, checkbox, dateTime, number, seal, staffKey, text } from "../../workbook/declare/column.ts";
import { ORANGE, OVER } from "../../workbook/declare/highlight.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { GOODS_TAB } from "../tab-colors.ts";
import { itemNumber, manageNumber, merchantSkuId, safetyStock, variantId, variation } from "./goods-columns.ts";
import { productViews } from "./product-views.ts";
import type { ProductState } from "./rules/product.ts";

/** 商品マスタ: one product code a row. */
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
    state: text("状態", {
      note: "要確認（確認事項があります）・廃止（楽天にありません）・倉庫（楽天で倉庫指定）。販売中の商品は空です。",
      width: 80,
      writer: "products",
    }) as Column<ProductState, "products">,
    name: text("商品名", { note: "楽天の商品名", width: 300, writer: "products" }),
    variation: variation("products"),
    location: text("棚番", { note: "商品の置き場所", width: 90, writer: "staff" }),
    safetyStock,
    stockBuffer: number("楽天に出さない数", {
      note: "引当可能数からこの数を引いて、楽天に登録します。空は0です。",
      writer: "staff",
    }),
    stockShare: number("楽天の配分率", {
      note: "残りのうち楽天に登録する割合（1～100％）。空は100％です。",
      writer: "staff",
    }),
    stockLimit: number("在庫上限", { note: "楽天に登録する在庫数の上限。空は上限なしです。", writer: "staff" }),
    stockFloor: number("在庫下限", {
      note: "登録する数がこれより少ないときは、0を登録します。空は下限なしです。",
      writer: "staff",
    }),
    staffKey: staffKey(),
    memo: text("備考", { note: "自由に使えるメモ", width: 160, writer: "staff" }),
    confirmed: checkbox("確認済", {
      note: "確認事項の内容でよければ、チェックを入れてください。次の取得で反映します。",
    }),
    question: text("確認事項", {
      note: "要確認の理由と対処方法。対処すると、次の取得で解消されます。",
      width: 260,
      writer: "products",
    }),
    acknowledged: text("確認した内容", {
      note: "「確認済」にチェックが入ったときの確認事項",
      width: 200,
      writer: "products",
    }),
    manageNumber: manageNumber("products"),
    itemNumber: itemNumber("products"),
    variantId: variantId("products"),
    merchantSkuId: merchantSkuId("products"),
    jan: text("JAN", { note: "JANコード", width: 130, writer: "products" }),
    otherPairs: text("同じコードのSKU", {
      note: "商品コードが同じSKU（商品管理番号/SKU管理番号）。「（要確認）」が付いたSKUは、同じ商品かどうかの確認が済んでいません。",
      width: 190,
      writer: "products",
    }),
    genreId: text("ジャンルID", { note: "楽天のジャンルID", width: 90, writer: "products" }),
    genreName: text("ジャンル名", { note: "楽天のジャンル", width: 200, writer: "products" }),
    price: number("販売価格", { note: "販売価格（円）", writer: "products" }),
    stockControl: text("在庫管理", {
      note: "楽天の在庫の数え方（通常・なし・無制限・頒布会）",
      width: 80,
      writer: "products",
    }),
    updatedAt: dateTime("楽天更新日時", { note: "楽天で更新された日時", writer: "products" }),
    seal: seal({ writer: "products" }),
  },
  views: productViews,
  highlights: [
    ['{state}="要確認"', ORANGE],
    ['{state}="廃止"', OVER],
  ],
});
