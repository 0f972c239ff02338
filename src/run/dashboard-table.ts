import { sheetNames } from "../core/sheet-names.ts";
import { dateTime, number, text } from "../workbook/declare/column.ts";
import { GREEN, RED, YELLOW } from "../workbook/declare/highlight.ts";
import { defineTable } from "../workbook/declare/table.ts";

/** ダッシュボード: how the connection and each job stand, a line each. Only the add-on writes here. */
export const dashboardTable = defineTable({
  sheet: sheetNames.dashboard,
  key: ["item"],
  tabColor: { red: 0.92, green: 0.26, blue: 0.21 },
  ours: true,
  unfiltered: true,
  columns: {
    item: text("項目", { note: "連携の項目とジョブ", width: 200, writer: "run" }),
    state: text("状態", { note: "正常・注意・異常など", writer: "run" }),
    detail: text("内容", { note: "いまの状況と、必要な対処", width: 520, writer: "run" }),
    faults: number("エラー", { note: "前回処理できなかった件数", width: 60, writer: "run" }),
    updatedAt: dateTime("更新日時", { note: "この行を書いた日時", writer: "run" }),
  },
  highlights: [
    ['OR({state}="異常",{state}="要対応",{state}="期限切れ")', RED],
    ['OR({state}="注意",{state}="更新が必要")', YELLOW],
    ['OR({state}="正常",{state}="有効")', GREEN],
  ],
});
