import { dateTime, number, text } from "../column.ts";
import { defineTable } from "../table.ts";

/** ダッシュボード: how the connection and each job stand, a line each. Only the add-on writes here. */
export const dashboardTable = defineTable({
  sheet: "ダッシュボード",
  key: ["item"],
  tabColor: { red: 0.92, green: 0.26, blue: 0.21 },
  ours: true,
  columns: {
    item: text("項目", { width: 200 }),
    state: text("状態", { width: 100 }),
    detail: text("内容", { width: 520 }),
    faults: number("エラー", { width: 60, note: "前回の実行で処理できなかった件数です。" }),
    updatedAt: dateTime("更新日時"),
  },
});
