/** Messages of the order API. Texts in UNDOCUMENTED are ours: no public source gives them, so a client must not read them. */

export interface Message {
  readonly messageType: "INFO" | "ERROR" | "WARNING";
  readonly messageCode: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

const PREFIX = "ORDER_EXT_API_";

export const info = (code: string, message: string, more: object = {}): Message => ({
  messageType: "INFO",
  messageCode: PREFIX + code,
  message,
  ...more,
});

export const error = (code: string, message: string, more: object = {}): Message => ({
  messageType: "ERROR",
  messageCode: PREFIX + code,
  message,
  ...more,
});

/** What can be wrong with a field, as every order function says it. */
export type FieldFault = "absent" | "empty" | "format";

const FIELD_FAULTS: Readonly<Record<FieldFault, readonly [number: string, text: string]>> = {
  absent: ["009", "の項目を指定して下さい。"],
  empty: ["010", "の値を指定して下さい。"],
  format: ["011", "の書式が不正です。"],
};

/** `SEARCH_ORDER` + a fault of `dateType` gives `ORDER_EXT_API_SEARCH_ORDER_ERROR_009 dateTypeの項目を指定して下さい。` */
export function fieldError(scope: string, field: string, fault: FieldFault, more: object = {}): Message {
  const [number, text] = FIELD_FAULTS[fault];
  return error(`${scope}_ERROR_${number}`, field + text, more);
}

/**
 * The doubts, in one place. Rakuten's reference lists these codes or situations, but no public source gives the text (or,
 * for limits that are exceeded, the code): the closest documented shape stands in.
 * - searchOrder beyond 63 days, 730 days, 1,000 records; getOrder beyond 100 orders or with another version: ERROR_011 of that field.
 * - ERROR_101 of a shipping report for an order, basket or record that is not there or not ready to be reported.
 * - cancelOrder, confirmOrder and updateOrderMemo: texts of all errors; getSubStatusList: its code and text.
 * - Whether the answer to orders found and not found in one getOrder mixes INFO_101 with INFO_102; here it does.
 */
export const UNDOCUMENTED = {
  unknownOrder: "指定された注文番号は存在しませんでした。",
  unknownBasket: "指定された送付先IDは存在しませんでした。",
  unknownDetail: "指定された発送明細IDは存在しませんでした。",
  notReady: "指定された注文番号は、発送完了報告が出来る状態ではありませんでした。",
  deleted: "発送情報の削除設定が完了しました。",
  cancelledAlready: "指定された注文番号は既にキャンセルされています。",
  movedOn: "指定された注文番号は既に処理が進んでいます。",
  amountUnfixed: "指定された注文番号は金額が未確定です。",
  notCancellable: "指定された注文番号はキャンセル出来る状態ではありませんでした。",
  cancelled: "キャンセルに成功しました。",
  subStatuses: "サブステータス一覧取得に成功しました。",
  memoUpdated: "受注情報の更新に成功しました。",
} as const;
