import { sheetNames } from "../../core/sheet-names.ts";
import { carrierLabels, carrierOfLabel } from "../../shop/carrier.ts";
import { termOfText } from "../../shop/wished-term.ts";
import { text } from "../../workbook/declare/column.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { MASTER_TAB } from "../tab-colors.ts";

/** 配送時間帯マスタ: a carrier's own code for a band that the buyer chose at Rakuten. */
export const timeBandTable = defineTable({
  sheet: sheetNames.timeBands,
  key: ["carrier", "term"],
  plain: [(carrier) => carrierOfLabel(carrier) ?? carrier, (term) => termOfText(term) ?? term],
  tabColor: MASTER_TAB,
  columns: {
    carrier: text("配送会社", "配送サービスマスタの配送会社", 170, "both", carrierLabels),
    term: text("楽天の時間帯", "楽天でのお届け時間帯（例: 14時～16時、午前）", 120, "both"),
    state: text("状態", "要確認の行は、コードを入れると次の取込で使われます。", 80),
    code: text(
      "時間帯コード",
      "送り状データに入れる配送会社のコード。指定できない時間帯は「なし」と入れてください。",
      110,
      "staff",
    ),
  },
});
