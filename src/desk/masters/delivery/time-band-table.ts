import { sheetNames } from "../../../core/sheet-names.ts";
import { carrierLabel, carrierLabels, carrierOfLabel } from "../../../shop/carrier.ts";
import { bandChoices, knownTimeBands, NO_BAND } from "../../../shop/time-band.ts";
import { termLabel, termOfText } from "../../../shop/wished-term.ts";
import { text } from "../../../workbook/declare/column.ts";
import { ORANGE } from "../../../workbook/declare/highlight.ts";
import { defineTable } from "../../../workbook/declare/table.ts";
import { MASTER_TAB } from "../../tab-colors.ts";

/** 配送時間帯マスタ: a carrier's own code for a band that the buyer chose at Rakuten. */
export const timeBandTable = defineTable({
  sheet: sheetNames.timeBands,
  key: ["carrier", "term"],
  plain: [(carrier) => carrierOfLabel(carrier) ?? carrier, (term) => termOfText(term) ?? term],
  tabColor: MASTER_TAB,
  columns: {
    carrier: text("配送会社", {
      note: `${sheetNames.deliveries}の配送会社`,
      width: 170,
      writer: "staff",
      choices: carrierLabels,
    }),
    term: text("楽天の時間帯", { note: "楽天でのお届け時間帯（例: 14時～16時、午前）", width: 120, writer: "staff" }),
    state: text("状態", { note: "要確認の行は、コードを入れると次の取込で使われます。", width: 80, writer: "import" }),
    code: text("時間帯コード", {
      note: `送り状データに入れる配送会社のコード。指定できない時間帯は「${NO_BAND}」を選んでください。`,
      width: 110,
      writer: "staff",
      choices: bandChoices,
    }),
  },
  highlights: [['AND({term}<>"",{code}="")', ORANGE]],
  seeds: {
    rows: knownTimeBands.map(({ carrier, term, code }) => ({
      carrier: carrierLabel(carrier),
      term: termLabel(term),
      code,
    })),
  },
});
