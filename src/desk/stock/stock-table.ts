import { sheetNames } from "../../core/sheet-names.ts";
import { dateTime, formula, number, seal, staffKey, text } from "../../workbook/declare/column.ts";
import { ORANGE, RED, YELLOW } from "../../workbook/declare/highlight.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { safetyStock } from "../products/goods-columns.ts";
import { GOODS_TAB } from "../tab-colors.ts";

/** A count that people typed and no run recorded yet. */
const NEW_COUNT =
  "AND(ISNUMBER({onHand}),NOT(ISFORMULA({onHand})),{onHand}>=0,{onHand}=INT({onHand}),OR(NOT(ISNUMBER({recordedCount})),{onHand}<>{recordedCount}))";

/**
 * 在庫: one product code a row. Products bring its codes and name, the ledger what was counted and moved, the stock job what
 * orders speak for, whoever learns what the shop has in stock 楽天在庫数, and the update of the shop its course.
 */
export const stockTable = defineTable({
  sheet: sheetNames.stock,
  key: ["productCode"],
  tabColor: GOODS_TAB,
  columns: {
    productCode: text("商品コード", { note: `${sheetNames.products}の商品コード`, width: 150, writer: "products" }),
    state: text("状態", { note: "要確認（確認事項があります）。問題のない商品は空です。", width: 80, writer: "stock" }),
    name: text("商品名", { note: `${sheetNames.products}の商品名`, width: 300, writer: "products" }),
    // Once all that there was of 実在庫: sheets in use know the column by this name.
    onHand: number("棚卸数", {
      note: "数えた在庫数を入力してください。次の在庫の連携で、数えた数として記録し、同じ連携で記録する出荷や入出庫はその後のこととして加減します。数える前に在庫を連携するか、棚卸を始めてください。",
      width: 80,
      writer: "staff",
    }),
    staffKey: staffKey(),
    safetyStock,
    inStock: formula("実在庫", {
      note: `最後の棚卸数に、その後の${sheetNames.ledger}を加えた数。空は未棚卸です。`,
      formula: `IF(${NEW_COUNT},{onHand},IF(ISNUMBER({bookStock}),{bookStock},""))`,
    }),
    sellable: formula("引当可能数", {
      note: "実在庫 − 出荷指示数 − 未出荷数 − 安全在庫",
      formula: 'IF(ISNUMBER({inStock}),{inStock}-{reserved}-{unshipped}-{safetyStock},"")',
      formerFormulas: ['IF(ISBLANK({onHand}),"",{onHand}-{reserved}-{unshipped}-{safetyStock})'],
    }),
    reserved: number("出荷指示数", { note: "出荷指示になっている数", writer: "stock" }),
    unshipped: number("未出荷数", { note: "出荷指示になる前の注文の数", writer: "stock" }),
    shopStock: number("楽天在庫数", {
      note: "楽天に登録された在庫数。楽天が在庫を数えない商品では空です。",
      writer: "shopStock",
    }),
    shopDifference: formula("楽天との差", {
      note: "楽天在庫数 − 引当可能数",
      formula: 'IF(AND(ISNUMBER({shopStock}),ISNUMBER({sellable})),{shopStock}-{sellable},"")',
    }),
    shopTarget: number("楽天に登録する数", { note: "次に楽天へ登録する在庫数", writer: "shopUpdate" }),
    shopUpdate: text("楽天の更新", { note: "楽天の在庫を更新した結果", width: 220, writer: "shopUpdate" }),
    question: text("確認事項", { note: "要確認の理由と対処方法", width: 260, writer: "stock" }),
    reservedOrders: text("出荷指示の注文番号", { note: "出荷指示数の内訳", width: 220, writer: "stock" }),
    unshippedOrders: text("未出荷の注文番号", { note: "未出荷数の内訳", width: 220, writer: "stock" }),
    recordedCount: number("記録した棚卸数", { note: `${sheetNames.ledger}に記録した棚卸数`, writer: "ledger" }),
    countedAt: dateTime("棚卸日時", { note: "記録した棚卸数を数えた日時", writer: "ledger" }),
    bookStock: number("帳簿在庫", {
      note: `記録した棚卸数に、その後の${sheetNames.ledger}を加えた数`,
      writer: "ledger",
    }),
    ledgerCodes: text("入出庫の商品コード", {
      note: `この商品の前の商品コード。${sheetNames.ledger}や注文の前のコードを、この行のものとして数えます。`,
      width: 150,
      writer: "products",
    }),
    nameSeal: seal({ writer: "products" }, "照合（商品）"),
    shopUpdateSeal: seal({ writer: "shopUpdate" }, "照合（楽天の更新）"),
    ledgerSeal: seal({ writer: "ledger" }, "照合（入出庫）"),
  },
  highlights: [
    ["AND(ISNUMBER({sellable}),{sellable}<0)", RED],
    ['{state}="要確認"', ORANGE],
    ["AND(ISNUMBER({sellable}),{sellable}<{safetyStock})", YELLOW],
  ],
});
