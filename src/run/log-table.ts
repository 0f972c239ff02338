import { sheetNames } from "../core/sheet-names.ts";
import { dateTime, number, text } from "../workbook/declare/column.ts";
import { defineTable } from "../workbook/declare/table.ts";

/** 連携ログ: one run a row, and one row for each order that could not be taken. */
export const logTable = defineTable({
  sheet: sheetNames.log,
  key: ["id"],
  ours: true,
  columns: {
    id: text("実行ID", "実行ごとの番号", 190),
    startedAt: dateTime("日時", "実行を始めた日時"),
    job: text("ジョブ", "実行した処理", 150),
    who: text("実行者", "実行した人", 170),
    result: text("結果", "完了・続きあり・失敗・中断・エラー", 80),
    message: text("メッセージ", "何が起きたかと、必要なときの対処", 480),
    found: number("対象", "調べた件数", 60),
    added: number("新規", "追加した行数", 60),
    updated: number("更新", "更新した行数", 60),
    skipped: number("見送り", "対象外とした件数", 60),
    faults: number("エラー", "処理できなかった件数", 60),
    rmsCalls: number("楽天呼出", "楽天を呼び出した回数", 70),
    seconds: number("秒", "かかった時間", 60),
  },
});
