import { sheetNames } from "../../core/sheet-names.ts";
import { carrierLabels } from "../../shop/carrier.ts";
import { temperatures } from "../../shop/delivery.ts";
import { number, text } from "../../workbook/declare/column.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { MASTER_TAB } from "../tab-colors.ts";

const labelFormats = ["ヤマト B2クラウド", "佐川 e飛伝Ⅲ", "日本郵便 ゆうプリR", "なし"] as const;

/** 配送サービスマスタ: what a 配送方法 of the shop means for the warehouse. */
export const deliveryTable = defineTable({
  sheet: sheetNames.deliveries,
  key: ["method"],
  plain: [(method) => method.trim()],
  tabColor: MASTER_TAB,
  columns: {
    method: text("楽天の配送方法名", "RMSの「配送方法・送料設定」と同じ名前", 180, "both"),
    state: text("状態", "要確認の行は、配送会社を選ぶと次の取込で使われます。", 80),
    carrier: text("配送会社", "楽天へ報告する配送会社（必須）", 170, "staff", carrierLabels),
    service: text("配送サービス名", "倉庫での呼び名", 150, "staff"),
    temperature: text(
      "温度帯",
      "空欄は常温です。クール・冷蔵・冷凍の配送方法では必須です。",
      80,
      "staff",
      temperatures,
    ),
    labelFormat: text("送り状形式", "送り状データの形式", 150, "staff", labelFormats),
    leadDays: number(
      "配送日数",
      "発送からお届けまでの日数。お届け希望日から引いて出荷予定日を求めます。空欄は1日として扱います。",
      80,
      "staff",
    ),
  },
});
