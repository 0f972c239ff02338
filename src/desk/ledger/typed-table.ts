import { sheetNames } from "../../core/sheet-names.ts";
import { date, number, text } from "../../workbook/declare/column.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { GOODS_TAB } from "../tab-colors.ts";
import { typedKinds } from "./rules/entry.ts";

/** 入出庫入力: what people tell of goods that came and went. A row is one movement; rows may be alike. */
export const typedTable = defineTable({
  sheet: sheetNames.ledgerEntries,
  key: ["productCode"],
  tabColor: GOODS_TAB,
  columns: {
    productCode: text("商品コード", {
      note: `${sheetNames.stock}の商品コード。1行が1回の入出庫です。同じ商品の行が何行あってもかまいません。記録したあとも行を残してください。行を消すか直すと、その分を取り消して記録し直します。`,
      width: 150,
      writer: "staff",
    }),
    kind: text("区分", {
      note: "入荷・返品（増える）、出庫（楽天のほかで売った・廃棄したなどで減る）、訂正（増減）から選んでください。",
      width: 90,
      writer: "staff",
      choices: typedKinds,
    }),
    quantity: number("数量", {
      note: "入荷・返品・出庫は1以上の整数、訂正は増やす数（減らすときはマイナス）を入力してください。",
      width: 70,
      writer: "staff",
    }),
    movedOn: date("日付", {
      note: "入出庫のあった日。空欄は、記録したときとして扱います。その商品の最後の棚卸より前の日は、実在庫に加えません。",
      writer: "staff",
    }),
    memo: text("メモ", { note: "理由や伝票の番号など。自由に使えます。", width: 200, writer: "staff" }),
  },
});
