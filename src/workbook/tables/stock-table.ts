import { number, text } from "../column.ts";
import { defineTable, sealColumn } from "../table.ts";

/** 在庫: one product code a row. */
export const stockTable = defineTable({
  sheet: "在庫",
  key: ["productCode"],
  tabColor: { red: 0.2, green: 0.66, blue: 0.33 },
  columns: {
    productCode: text("商品コード", { width: 150, note: "商品マスタの商品コードです。" }),
    name: text("商品名", { width: 300 }),
    onHand: number("実在庫", { owner: "staff", note: "数えた在庫数を入力してください。" }),
    safetyStock: number("安全在庫", { owner: "staff", note: "この数を残して販売します。" }),
    reserved: number("出荷指示数", { note: "出荷指示になっている数です。" }),
    unshipped: number("未出荷数", { note: "出荷指示になる前の注文の数です。" }),
    sellable: number("引当可能数", { note: "実在庫 − 出荷指示数 − 未出荷数 − 安全在庫 です。" }),
    shopStock: number("楽天在庫数"),
    reservedOrders: text("出荷指示の注文番号", { width: 220 }),
    unshippedOrders: text("未出荷の注文番号", { width: 220 }),
    seal: sealColumn(),
  },
});
