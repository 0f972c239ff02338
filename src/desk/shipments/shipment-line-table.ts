import { sheetNames } from "../../core/sheet-names.ts";
import { number, text } from "../../workbook/declare/column.ts";
import { defineTable, sealColumn } from "../../workbook/declare/table.ts";
import { itemNumber, manageNumber, merchantSkuId, variantId, variation } from "../products/goods-columns.ts";
import { SHIPPING_TAB } from "../tab-colors.ts";

/** 出荷明細: one SKU of one shipment a row. */
export const shipmentLineTable = defineTable({
  sheet: sheetNames.shipmentLines,
  key: ["orderNumber", "basketId", "detailId", "variantId"],
  tabColor: SHIPPING_TAB,
  columns: {
    orderNumber: text("注文番号", "出荷リストの注文番号", 220),
    basketId: text("送付先ID", "出荷リストの送付先ID", 90),
    detailId: text("明細ID", "楽天の商品明細ID", 90),
    variantId,
    productCode: text("商品コード", "商品マスタと在庫の商品コード", 130),
    name: text("商品名", "注文時の商品名", 300),
    variation,
    choice: text("項目選択肢", "購入者が選んだ項目", 160),
    units: number("数量", "出荷する数", 60),
    price: number("単価", "1個の価格（円）"),
    postageIncluded: text("送料込み", "送料込みの商品", 70),
    inspected: number("検品数", "検品した数を入力してください。", 70, "staff"),
    manageNumber,
    itemNumber,
    merchantSkuId,
    seal: sealColumn(),
  },
});
