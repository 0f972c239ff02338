import { sheetNames } from "../../core/sheet-names.ts";
import { plainCode } from "../../shop/product-code.ts";
import { number, text } from "../../workbook/declare/column.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { GOODS_TAB } from "../tab-colors.ts";
import { MOST_OF_A_PART } from "./rules/set-row.ts";

/** セット商品: one part of one set a row. */
export const setTable = defineTable({
  sheet: sheetNames.sets,
  key: ["setCode", "partCode"],
  plain: [plainCode, plainCode],
  tabColor: GOODS_TAB,
  columns: {
    setCode: text("セット商品コード", {
      note: `楽天で販売しているセットの商品コード。部品の数だけ行を作り、どの行にも入力してください。セットは${sheetNames.products}と${sheetNames.stock}に載せません。商品コードにJANを使うときは、システム連携用SKU番号・SKU管理番号・商品番号・商品管理番号のいずれかを入力してください。`,
      width: 160,
      writer: "staff",
    }),
    partCode: text("部品の商品コード", {
      note: `${sheetNames.products}の商品コード。ほかのセット商品コードも使えます。`,
      width: 160,
      writer: "staff",
    }),
    quantity: number("数量", {
      note: `セット1個に入る部品の数（1～${MOST_OF_A_PART}）。誤りが1行でもあるセットは、直すまで内訳を使いません。`,
      width: 60,
      writer: "staff",
    }),
    memo: text("備考", { note: "自由に使えるメモ", width: 200, writer: "staff" }),
  },
});
