import { sheetNames } from "../core/sheet-names.ts";
import { dateTime, number, text } from "../workbook/declare/column.ts";
import { defineTable } from "../workbook/declare/table.ts";

/** ダッシュボード: how the connection and each job stand, a line each. Only the add-on writes here. */
export const dashboardTable = defineTable({
  sheet: sheetNames.dashboard,
  key: ["item"],
  tabColor: { red: 0.92, green: 0.26, blue: 0.21 },
  ours: true,
  columns: {
    item: text("項目", "連携の項目とジョブ", 200),
    state: text("状態", "正常・注意・異常など"),
    detail: text("内容", "いまの状況と、必要な対処", 520),
    faults: number("エラー", "前回処理できなかった件数", 60),
    updatedAt: dateTime("更新日時", "この行を書いた日時"),
  },
});
