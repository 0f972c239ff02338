import { sheetNames } from "../../core/sheet-names.ts";
import { number, text } from "../../workbook/declare/column.ts";
import { defineTable, sealColumn } from "../../workbook/declare/table.ts";
import { safetyStock } from "../products/goods-columns.ts";
import { GOODS_TAB } from "../tab-colors.ts";

/** 在庫: one product code a row. */
export const stockTable = defineTable({
  sheet: sheetNames.stock,
  key: ["productCode"],
  tabColor: GOODS_TAB,
  columns: {
    productCode: text("商品コード", "商品マスタの商品コード", 150),
    name: text("商品名", "商品マスタの商品名", 300),
    onHand: number("実在庫", "数えた在庫数を入力してください。", 80, "staff"),
    safetyStock,
    reserved: number("出荷指示数", "出荷指示になっている数"),
    unshipped: number("未出荷数", "出荷指示になる前の注文の数"),
    sellable: number("引当可能数", "実在庫 − 出荷指示数 − 未出荷数 − 安全在庫"),
    shopStock: number("楽天在庫数", "楽天に登録された在庫数"),
    reservedOrders: text("出荷指示の注文番号", "出荷指示数の内訳", 220),
    unshippedOrders: text("未出荷の注文番号", "未出荷数の内訳", 220),
    seal: sealColumn(),
  },
});
