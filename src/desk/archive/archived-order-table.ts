import { sheetNames } from "../../core/sheet-names.ts";
import { dateTime, text } from "../../workbook/declare/column.ts";
import { defineTable } from "../../workbook/declare/table.ts";

/** 保管済み: orders that left the list and that a search of the shop may still find. Kept out of sight. */
export const archivedOrderTable = defineTable({
  sheet: sheetNames.archivedOrders,
  key: ["orderNumber"],
  ours: true,
  hidden: true,
  unfiltered: true,
  columns: {
    orderNumber: text("注文番号", {
      note: "保管先へ移した注文。楽天で発送待ちに戻っても、新しい注文としては取り込みません。",
      width: 220,
      writer: "archive",
    }),
    place: text("保管先", { note: "移した先", width: 240, writer: "archive" }),
    archivedAt: dateTime("保管日時", { note: "移した日時", writer: "archive" }),
  },
});
