import { sheetNames } from "../../core/sheet-names.ts";
import { formula, number, seal, staffKey, text } from "../../workbook/declare/column.ts";
import { RED, YELLOW } from "../../workbook/declare/highlight.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { safetyStock } from "../products/goods-columns.ts";
import { GOODS_TAB } from "../tab-colors.ts";

/** 在庫: one product code a row. Whoever learns what the shop has in stock writes 楽天在庫数. */
export const stockTable = defineTable({
  sheet: sheetNames.stock,
  key: ["productCode"],
  tabColor: GOODS_TAB,
  columns: {
    productCode: text("商品コード", { note: `${sheetNames.products}の商品コード`, width: 150, writer: "products" }),
    name: text("商品名", { note: `${sheetNames.products}の商品名`, width: 300, writer: "products" }),
    onHand: number("実在庫", { note: "数えた在庫数を入力してください。", width: 80, writer: "staff" }),
    staffKey: staffKey(),
    safetyStock,
    reserved: number("出荷指示数", { note: "出荷指示になっている数", writer: "stock" }),
    unshipped: number("未出荷数", { note: "出荷指示になる前の注文の数", writer: "stock" }),
    sellable: formula("引当可能数", {
      note: "実在庫 − 出荷指示数 − 未出荷数 − 安全在庫",
      formula: 'IF(ISBLANK({onHand}),"",{onHand}-{reserved}-{unshipped}-{safetyStock})',
    }),
    shopStock: number("楽天在庫数", {
      note: "楽天に登録された在庫数。楽天が在庫を数えない商品では空です。",
      writer: "shopStock",
    }),
    reservedOrders: text("出荷指示の注文番号", { note: "出荷指示数の内訳", width: 220, writer: "stock" }),
    unshippedOrders: text("未出荷の注文番号", { note: "未出荷数の内訳", width: 220, writer: "stock" }),
    seal: seal({ writer: "stock" }),
    nameSeal: seal({ writer: "products" }, "照合（商品）"),
    shopStockSeal: seal({ writer: "shopStock" }, "照合（楽天在庫数）"),
  },
  highlights: [
    ["AND(ISNUMBER({sellable}),{sellable}<=0)", RED],
    ["AND(ISNUMBER({sellable}),{sellable}<={safetyStock})", YELLOW],
  ],
});
