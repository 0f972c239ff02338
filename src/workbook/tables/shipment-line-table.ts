import { number, text } from "../column.ts";
import { defineTable, sealColumn } from "../table.ts";

/** 出荷明細: one SKU of one shipment a row. */
export const shipmentLineTable = defineTable({
  sheet: "出荷明細",
  key: ["orderNumber", "basketId", "detailId", "variantId"],
  tabColor: { red: 0.1, green: 0.45, blue: 0.91 },
  columns: {
    orderNumber: text("注文番号", "出荷リストの注文番号", 220),
    basketId: text("送付先ID", "出荷リストの送付先ID", 90),
    detailId: text("明細ID", "楽天の商品明細ID", 90),
    variantId: text("SKU管理番号", "楽天のSKU管理番号", 120),
    productCode: text("商品コード", "商品マスタと在庫の商品コード", 130),
    name: text("商品名", "注文時の商品名", 300),
    variation: text("バリエーション", "色・サイズなどの選択肢", 160),
    choice: text("項目選択肢", "購入者が選んだ項目", 160),
    units: number("数量", "出荷する数", 60),
    price: number("単価", "1個の価格（円）"),
    postageIncluded: text("送料込み", "送料込みの商品", 70),
    inspected: number("検品数", "検品した数を入力してください。", 70, "staff"),
    manageNumber: text("商品管理番号", "楽天の商品管理番号", 120),
    itemNumber: text("商品番号", "店舗が付けた商品番号", 120),
    merchantSkuId: text("システム連携用SKU番号", "店舗が付けたSKU番号", 160),
    seal: sealColumn(),
  },
});
