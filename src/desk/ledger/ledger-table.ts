import { sheetNames } from "../../core/sheet-names.ts";
import { type Column, date, dateTime, number, text } from "../../workbook/declare/column.ts";
import { ORANGE } from "../../workbook/declare/highlight.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { GOODS_TAB } from "../tab-colors.ts";
import { ledgerViews } from "./ledger-views.ts";
import type { Kind } from "./rules/entry.ts";
import { answers } from "./rules/returns.ts";

/** 入出庫: one movement, or one count, of one product a row. Rows are added and never taken away: 実在庫 is their sum. */
export const ledgerTable = defineTable({
  sheet: sheetNames.ledger,
  key: ["id"],
  tabColor: GOODS_TAB,
  columns: {
    id: number("番号", { note: "記録した順の番号。行を削除すると、実在庫が変わります。", width: 70, writer: "ledger" }),
    happenedAt: dateTime("日時", {
      note: "商品が動いた日時、または数えた日時。日付だけを入力した過去の日は、その日の終わり（23:59）として扱います。",
      writer: "ledger",
    }),
    productCode: text("商品コード", { note: `${sheetNames.stock}の商品コード`, width: 150, writer: "ledger" }),
    kind: text("区分", {
      note: `棚卸・出荷・出荷取消・入荷・返品・返品取消・出庫・訂正・入力の取消（${sheetNames.ledgerEntries}の行を消すか直した分）`,
      width: 90,
      writer: "ledger",
    }) as Column<Kind, "ledger">,
    quantity: number("数量", {
      note: "棚卸は数えた在庫数。ほかは増えた数で、減ったときはマイナスです。",
      width: 70,
      writer: "ledger",
    }),
    beforeCount: text("棚卸前", {
      note: "「棚卸前」の行は、その商品の最後の棚卸より前のことなので、実在庫に加えません。",
      width: 70,
      writer: "ledger",
    }),
    reason: text("理由", { note: "記録した理由。入力した行ではメモの内容です。", width: 200, writer: "ledger" }),
    orderNumber: text("注文番号", { note: `${sheetNames.shipments}の注文番号`, width: 220, writer: "ledger" }),
    basketId: text("送付先ID", { note: `${sheetNames.shipments}の送付先ID`, width: 90, writer: "ledger" }),
    question: text("確認事項", {
      note: "出荷したあとで取り消された注文です。商品が戻ったかどうかを「商品の戻り」で選んでください。",
      width: 260,
      writer: "ledger",
    }),
    answer: text("商品の戻り", {
      note: "確認事項のある行だけ選んでください。「戻った」を選ぶと、次の在庫の連携で返品として記録します。",
      width: 110,
      writer: "staff",
      choices: answers,
    }),
    typedOn: date("入力した日付", { note: `${sheetNames.ledgerEntries}に入力された日付`, writer: "ledger" }),
    takesBack: number("元の番号", {
      note: "取り消した記録、または返品の元になった出荷の番号",
      width: 70,
      writer: "ledger",
    }),
    who: text("実行者", { note: "この記録を書いた処理の実行者", width: 170, writer: "ledger" }),
    recordedAt: dateTime("記録日時", { note: "この行を書いた日時", writer: "ledger" }),
  },
  views: ledgerViews,
  highlights: [['AND({question}<>"",{answer}="")', ORANGE]],
});
