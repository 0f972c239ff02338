import { captions } from "../../core/menu-texts.ts";
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
    makeable: number("作れる数", {
      note: `部品の引当可能数から作れるセットの数。「${captions.syncStock}」が書き込みます。空は、数えられない部品があることを示します。`,
      width: 70,
      writer: "stock",
    }),
    makeableReason: text("作れる数の理由", {
      note: "作れる数を決めている部品、または作れる数がわからない理由",
      width: 200,
      writer: "stock",
    }),
    memo: text("備考", { note: "自由に使えるメモ", width: 200, writer: "staff" }),
  },
});
