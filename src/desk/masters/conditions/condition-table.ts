import { sheetNames } from "../../../core/sheet-names.ts";
import { text } from "../../../workbook/declare/column.ts";
import { OVER } from "../../../workbook/declare/highlight.ts";
import { defineTable } from "../../../workbook/declare/table.ts";
import { MASTER_TAB } from "../../tab-colors.ts";
import { conditionFields } from "../rules/condition-fields.ts";
import { operators } from "../rules/condition-tests.ts";

export const ACTIVE = "有効";
export const STOPPED = "停止";

/** 確認条件マスタ: orders that people want to look at before they are packed, and what to look for. */
export const conditionTable = defineTable({
  sheet: sheetNames.conditions,
  key: ["field", "operator", "value"],
  plain: [(field) => field.trim(), (operator) => operator.trim(), (value) => value.normalize("NFKC").trim()],
  tabColor: MASTER_TAB,
  columns: {
    field: text("項目", {
      note: `${sheetNames.shipments}・${sheetNames.shipmentLines}の項目。商品の項目は、1つでも条件に合えば該当します。`,
      width: 160,
      writer: "staff",
      choices: Object.keys(conditionFields),
    }),
    operator: text("条件", {
      note: "「含まない」「一致しない」は、どの商品にもないときに該当します。「以上」「以下」などは数値と日付の項目で使えます。",
      width: 100,
      writer: "staff",
      choices: Object.keys(operators),
    }),
    value: text("値", {
      note: "全角・半角、大文字・小文字、空白の違いは区別しません。「空」「空でない」では不要です。",
      width: 200,
      writer: "staff",
    }),
    message: text("メッセージ", {
      note: `該当する注文を要確認にし、${sheetNames.shipments}の「確認事項」に表示する文`,
      width: 360,
      writer: "staff",
    }),
    active: text("有効", {
      note: `「${STOPPED}」にすると使いません。空欄は「${ACTIVE}」として扱います。変更は次の取込で、出荷前の行すべてに反映されます。`,
      width: 80,
      writer: "staff",
      choices: [ACTIVE, STOPPED],
    }),
  },
  highlights: [[`{active}="${STOPPED}"`, OVER]],
});
