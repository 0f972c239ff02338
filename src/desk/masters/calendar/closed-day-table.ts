import { sheetNames } from "../../../core/sheet-names.ts";
import { HOLIDAYS, namedDays, weekdays } from "../../../shop/closed-day.ts";
import { choice, text } from "../../../workbook/declare/column.ts";
import { defineTable } from "../../../workbook/declare/table.ts";
import { MASTER_TAB } from "../../tab-colors.ts";

export const OPEN = "営業";
export const CLOSED = "休業";

/** From Monday on, as working weeks go. */
const days = [...weekdays.slice(1), weekdays[0], HOLIDAYS];

/** 休業日マスタ: the days on which the shop ships nothing. */
export const closedDayTable = defineTable({
  sheet: sheetNames.closedDays,
  key: ["day"],
  plain: [(day) => namedDays(day)?.name ?? day.trim()],
  tabColor: MASTER_TAB,
  columns: {
    day: text("日", {
      note: `曜日、「${HOLIDAYS}」、日付（2026/12/29）、期間（2026/12/29～2027/1/3）のいずれか。年を省くと（12/29～1/3）毎年の意味です。日付は曜日と${HOLIDAYS}より優先します。`,
      width: 200,
      writer: "staff",
    }),
    kind: choice("区分", {
      note: `「${CLOSED}」の日には出荷しません。空欄は「${CLOSED}」として扱います。`,
      width: 80,
      writer: "staff",
      labels: [CLOSED, OPEN],
      labelFor: (closed: boolean) => (closed ? CLOSED : OPEN),
      valueFor: (label) => (label.trim() === CLOSED ? true : label.trim() === OPEN ? false : undefined),
      expects: `「${CLOSED}」か「${OPEN}」`,
    }),
    memo: text("備考", { note: "自由に使えるメモ", width: 200, writer: "staff" }),
  },
  seeds: { rows: days.map((day) => ({ day, kind: false })) },
});
