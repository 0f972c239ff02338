import { sheetNames } from "../../../core/sheet-names.ts";
import { knownPaymentMethods, plainPaymentCode } from "../../../shop/payment-method.ts";
import { TARGET_STATUS, targetLabels, targetOfLabel } from "../../../shop/payment-target.ts";
import { progressLabel } from "../../../shop/progress.ts";
import { checkbox, choice, dateTime, staffKey, text } from "../../../workbook/declare/column.ts";
import { defineTable } from "../../../workbook/declare/table.ts";
import { MASTER_TAB } from "../../tab-colors.ts";

/** The compulsory row that holds for every payment method without a target of its own. */
export const DEFAULT_PAYMENT = "デフォルト";

/** 支払方法マスタ: the progress at which an order of a payment method becomes a shipment. */
export const paymentTable = defineTable({
  sheet: sheetNames.payments,
  key: ["code"],
  plain: [plainPaymentCode],
  tabColor: MASTER_TAB,
  columns: {
    code: text("決済コード", {
      note: "楽天の決済コード。名称が変わっても同じ支払方法を指します。",
      width: 90,
      writer: "import",
    }),
    name: text("支払方法", { note: "楽天の支払方法名", width: 320, writer: "import" }),
    target: choice(TARGET_STATUS, {
      note: "このステータスから発送待ちまでの注文が出荷指示になります。空欄のときは「デフォルト」の値を使います。",
      writer: "staff",
      labels: targetLabels,
      labelFor: progressLabel,
      valueFor: targetOfLabel,
      expects: "「300 発送待ち」のような楽天のステータス",
    }),
    staffKey: staffKey(),
    excluded: checkbox("取込対象外", {
      note: "チェックを入れると、この支払方法の注文は新しく取り込みません。取り込み済みの注文は引き続き更新します。",
    }),
    firstSeenAt: dateTime("初回確認日時", { note: "この支払方法の注文を最初に確認した日時", writer: "import" }),
  },
  seeds: {
    rows: knownPaymentMethods.map(({ code, name }) => ({ code: String(code), name })),
    always: [{ code: DEFAULT_PAYMENT, name: "上記以外・空欄のときに使う値（必須）", target: 300 }],
  },
});
