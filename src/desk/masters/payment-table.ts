import { sheetNames } from "../../core/sheet-names.ts";
import { plainPaymentCode } from "../../shop/payment-method.ts";
import { TARGET_STATUS } from "../../shop/payment-target.ts";
import { checkbox, dateTime, progress, text } from "../../workbook/declare/column.ts";
import { defineTable } from "../../workbook/declare/table.ts";
import { MASTER_TAB } from "../tab-colors.ts";

/** The compulsory row that holds for every payment method without a target of its own. */
export const DEFAULT_PAYMENT = "デフォルト";

/** 支払方法マスタ: the progress at which an order of a payment method becomes a shipment. */
export const paymentTable = defineTable({
  sheet: sheetNames.payments,
  key: ["code"],
  plain: [plainPaymentCode],
  tabColor: MASTER_TAB,
  columns: {
    code: text("決済コード", "楽天の決済コード。名称が変わっても同じ支払方法を指します。", 90),
    name: text("支払方法", "楽天の支払方法名", 320),
    target: progress(
      TARGET_STATUS,
      "このステータスの注文が出荷指示になります。空欄のときは「デフォルト」の値を使います。",
    ),
    excluded: checkbox(
      "取込対象外",
      "チェックを入れると、この支払方法の注文は新しく取り込みません。取り込み済みの注文は引き続き更新します。",
    ),
    firstSeenAt: dateTime("初回確認日時", "この支払方法の注文を最初に確認した日時"),
  },
});
