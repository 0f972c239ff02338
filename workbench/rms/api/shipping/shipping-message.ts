import type { Outcome } from "../../shop/shipping-report.ts";
import { error, info, type Message, UNDOCUMENTED } from "../order/order-message.ts";

const SCOPE = "UPDATE_ORDERSHIPPING";

/** What RMS says of one outcome, in the synchronous answer and in an asynchronous result alike. */
export function outcomeMessage({ kind, dataNumber, shippingDetailId }: Outcome): Message {
  const more = { dataNumber, shippingDetailId };
  switch (kind) {
    case "added":
      return info(`${SCOPE}_INFO_101`, "発送情報の追加設定が完了しました。", more);
    case "updated":
      return info(`${SCOPE}_INFO_102`, "発送情報の更新設定が完了しました。", more);
    case "deleted":
      return info(`${SCOPE}_INFO_103`, UNDOCUMENTED.deleted, more);
    case "cancelled":
      return error(
        `${SCOPE}_ERROR_102`,
        "指定された注文番号は既にキャンセルされているため、発送完了報告が出来る状態ではありませんでした。",
        more,
      );
    default:
      return error(`${SCOPE}_ERROR_101`, UNDOCUMENTED[kind], more);
  }
}
