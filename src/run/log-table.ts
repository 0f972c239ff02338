import { sheetNames } from "../core/sheet-names.ts";
import { dateTime, link, number, text } from "../workbook/declare/column.ts";
import { ORANGE, RED } from "../workbook/declare/highlight.ts";
import { defineTable } from "../workbook/declare/table.ts";

/** 連携ログ: one run a row, and one row for each order that could not be taken. */
export const logTable = defineTable({
  sheet: sheetNames.log,
  key: ["id"],
  ours: true,
  columns: {
    id: text("実行ID", { note: "実行ごとの番号", width: 190, hidden: true, writer: "run" }),
    startedAt: dateTime("日時", { note: "実行を始めた日時", writer: "run" }),
    job: text("ジョブ", { note: "実行した処理", width: 150, writer: "run" }),
    who: text("実行者", { note: "実行した人", width: 170, writer: "run" }),
    result: text("結果", { note: "完了・続きあり・失敗・中断・エラー", width: 80, writer: "run" }),
    message: text("メッセージ", { note: "何が起きたかと、必要なときの対処", width: 480, writer: "run" }),
    link: link("該当箇所", { note: "エラーの行。クリックするとその行へ移動します。", width: 130, writer: "run" }),
    found: number("対象", { note: "調べた件数", width: 60, writer: "run" }),
    added: number("新規", { note: "追加した行数", width: 60, writer: "run" }),
    updated: number("更新", { note: "更新した行数", width: 60, writer: "run" }),
    skipped: number("見送り", { note: "対象外とした件数", width: 60, writer: "run" }),
    faults: number("エラー", { note: "処理できなかった件数", width: 60, writer: "run" }),
    rmsCalls: number("楽天呼出", { note: "楽天を呼び出した回数", width: 70, writer: "run" }),
    seconds: number("秒", { note: "かかった時間", width: 60, writer: "run" }),
    place: text("対象の行", { note: "エラーの行の照合用。編集しないでください。", hidden: true, writer: "run" }),
  },
  highlights: [
    ['{result}="失敗"', RED],
    ['{result}="エラー"', RED],
    ['{result}="中断"', ORANGE],
  ],
});
