import { checklistLines } from "../core/checklist-lines.ts";
import { AUTOMATION, type Caption, captions } from "../core/menu-texts.ts";
import { sheetNames } from "../core/sheet-names.ts";
import { checkbox, dateTime, dateTimeFormula, number, text, textFormula } from "../workbook/declare/column.ts";
import { GREEN, RED, YELLOW } from "../workbook/declare/highlight.ts";
import { defineTable } from "../workbook/declare/table.ts";

/** Jobs that anybody may ask for with a box, as their lines are called. */
export const requestable: readonly Caption[] = [
  captions.importShipments,
  captions.syncStock,
  captions.importProducts,
  captions.reportShipments,
];

/** Lines that the sheets compute by themselves; 初期設定 fills them. */
export const computedLines = ["今日の出荷", "確認待ちと遅れ", "在庫不足", "未解消のエラー"] as const;

/** The time of a line is up, where it has one: neither a run nor a look has written that it still holds. */
const STALE = "AND(ISNUMBER({staleAt}),NOW()>MAX({staleAt},{beatUntil}))";

/**
 * ダッシュボード: how the connection and each job stand, a line each. What people see are formulas over what runs and ticks
 * wrote, so that a line turns red by itself when nobody writes any more.
 */
export const dashboardTable = defineTable({
  sheet: sheetNames.dashboard,
  key: ["item"],
  tabColor: { red: 0.92, green: 0.26, blue: 0.21 },
  ours: true,
  unfiltered: true,
  columns: {
    item: text("項目", { note: "連携の項目とジョブ", width: 150, writer: "run" }),
    state: textFormula("状態", {
      note: "正常・注意・異常など。「停止」は、予定の時刻を過ぎても更新されていないことを示します。",
      width: 80,
      formula: `IF(${STALE},"停止",{recordedState}&"")`,
      takesOver: "recordedState",
    }),
    detail: textFormula("内容", {
      note: "いまの状況と、必要な対処",
      width: 420,
      formula: `IF(${STALE},{staleDetail}&"",{recordedDetail}&"")`,
      takesOver: "recordedDetail",
    }),
    faults: number("エラー", { note: "前回処理できなかった件数", width: 60, writer: "run" }),
    updatedAt: dateTimeFormula("更新日時", {
      note: "この行を書いた日時。「自動連携」の行では、自動連携が最後に動いた日時です。",
      formula: 'IF(COUNT({recordedAt},{beat})=0,"",MAX({recordedAt},{beat}))',
      takesOver: "recordedAt",
    }),
    nextAt: dateTime("次回予定", { note: "自動連携で次に実行する日時", writer: "schedule" }),
    request: checkbox("今すぐ連携", {
      note: "チェックを入れると、次の自動連携のときに1回実行し、「回答」に結果を書いてチェックを外します。どなたでも使えます。",
      boxed: { by: ["item"], when: (cell) => requestable.some((title) => title === cell("item")) },
    }),
    answer: text("回答", { note: "「今すぐ連携」の結果", width: 220, writer: "requests" }),
    recordedState: text("記録した状態", { note: "最後の実行が書いた状態", hidden: true, writer: "run" }),
    recordedDetail: text("記録した内容", { note: "最後の実行が書いた内容", hidden: true, writer: "run" }),
    recordedAt: dateTime("記録した日時", { note: "最後の実行が書いた日時", hidden: true, writer: "run" }),
    staleAt: dateTime("期限", { note: "この日時を過ぎると「停止」と表示します。", hidden: true, writer: "schedule" }),
    staleDetail: text("期限後の内容", { note: "「停止」のときの内容", hidden: true, writer: "schedule" }),
    beat: dateTime("最終確認", { note: "自動連携が最後に動いた日時", hidden: true, writer: "pulse" }),
    beatUntil: dateTime("最終確認の期限", {
      note: "この日時までに次の自動連携が動かないと「停止」と表示します。",
      hidden: true,
      writer: "pulse",
    }),
  },
  seeds: {
    rows: [],
    always: [
      ...checklistLines.map((item) => ({ item })),
      { item: AUTOMATION, recordedState: "未設定", recordedDetail: "自動連携は設定されていません。" },
      ...computedLines.map((item) => ({ item })),
      ...requestable.map((item) => ({ item, recordedState: "未実行", recordedDetail: "まだ実行していません。" })),
    ],
  },
  highlights: [
    ['OR({state}="異常",{state}="要対応",{state}="期限切れ",{state}="停止",{state}="キーが使えません")', RED],
    ['OR({state}="注意",{state}="更新が必要",{state}="未完了")', YELLOW],
    ['OR({state}="正常",{state}="有効",{state}="完了")', GREEN],
  ],
});
