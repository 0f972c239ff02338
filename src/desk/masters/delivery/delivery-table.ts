import { sheetNames } from "../../../core/sheet-names.ts";
import { carrierLabels, carrierOfLabel } from "../../../shop/carrier.ts";
import { temperatures } from "../../../shop/delivery.ts";
import { knownDeliveryMethods } from "../../../shop/delivery-method.ts";
import { checkbox, number, text } from "../../../workbook/declare/column.ts";
import { ORANGE, YELLOW } from "../../../workbook/declare/highlight.ts";
import { defineTable } from "../../../workbook/declare/table.ts";
import { MASTER_TAB } from "../../tab-colors.ts";

const labelFormats = ["ヤマト B2クラウド", "佐川 e飛伝Ⅲ", "日本郵便 ゆうプリR", "なし"] as const;

/** 配送サービスマスタ: what a 配送方法 of the shop means for the warehouse. */
export const deliveryTable = defineTable({
  sheet: sheetNames.deliveries,
  key: ["method", "rakutenCarrier"],
  plain: [(method) => method.trim(), (carrier) => carrierOfLabel(carrier) ?? carrier.trim()],
  tabColor: MASTER_TAB,
  columns: {
    method: text("楽天の配送方法名", { note: "RMSの「配送方法・送料設定」と同じ名前", width: 180, writer: "staff" }),
    rakutenCarrier: text("楽天の配送会社", {
      note: "購入時の楽天の配送会社で分けるときだけ選んでください。空欄の行は、ほかの行にない注文すべてに使います。",
      width: 170,
      writer: "staff",
      choices: carrierLabels,
      laterKey: true,
    }),
    state: text("状態", { note: "要確認の行は、配送会社を選ぶと次の取込で使われます。", width: 80, writer: "import" }),
    carrier: text("配送会社", {
      note: "楽天へ報告する配送会社（必須）",
      width: 170,
      writer: "staff",
      choices: carrierLabels,
    }),
    service: text("配送サービス名", { note: "倉庫での呼び名", width: 150, writer: "staff" }),
    temperature: text("温度帯", {
      note: "空欄は常温です。クール・冷蔵・冷凍の配送方法では必須です。",
      width: 80,
      writer: "staff",
      choices: temperatures,
    }),
    labelFormat: text("送り状形式", { note: "送り状データの形式", width: 150, writer: "staff", choices: labelFormats }),
    leadDays: number("配送日数", {
      note: "発送からお届けまでの日数。お届け希望日から引いて出荷予定日を求めます。空欄は1日として扱います。",
      width: 80,
      writer: "staff",
    }),
    untracked: checkbox("番号なし", {
      note: "追跡番号のない配送サービスのときにチェックを入れてください。伝票番号がなくても、配送会社と発送日だけで楽天へ出荷実績を報告します。",
    }),
    difference: text("楽天との違い", {
      note: "出荷前の行のうち、購入時の楽天の配送会社がこの行の配送会社と違うものの件数。このままでよければ何もする必要はありません。分けるときは「楽天の配送会社」を選んだ行を追加してください。",
      width: 200,
      writer: "comparison",
    }),
  },
  highlights: [
    ['AND({method}<>"",{carrier}="")', ORANGE],
    ['{difference}<>""', YELLOW],
  ],
  seeds: { rows: knownDeliveryMethods.map((method) => ({ method, rakutenCarrier: "", state: "要確認" })) },
});
