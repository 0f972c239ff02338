import { dateTime, number, text } from "../column.ts";
import { defineTable } from "../table.ts";

/** 連携ログ: one run a row, and one row for each order that could not be taken. */
export const logTable = defineTable({
  sheet: "連携ログ",
  key: ["id"],
  ours: true,
  columns: {
    id: text("実行ID", { width: 190 }),
    startedAt: dateTime("日時"),
    job: text("ジョブ", { width: 150 }),
    who: text("実行者", { width: 170 }),
    result: text("結果", { width: 80 }),
    message: text("メッセージ", { width: 480, note: "何が起きたかと、必要なときは対処方法です。" }),
    found: number("対象", { width: 60 }),
    added: number("新規", { width: 60 }),
    updated: number("更新", { width: 60 }),
    skipped: number("見送り", { width: 60 }),
    faults: number("エラー", { width: 60 }),
    rmsCalls: number("楽天呼出", { width: 70 }),
    seconds: number("秒", { width: 60 }),
  },
});
