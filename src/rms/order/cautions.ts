import type { OrderModel } from "./order-schema.ts";

const CALL_FOR_CARE = 1;
const CANCELLED = 2;

/** cautionDisplayDetailType (rms-api 3.4): what became of earlier orders of this buyer. */
const details: Readonly<Record<number, string>> = {
  101: "前払い未払い",
  102: "受取拒否",
  103: "長期不在による受取拒否",
  104: "開梱後の返品",
  105: "高いサービスレベルの要望",
};

/** What Rakuten warns the shop of; a code that we do not know is a warning too. */
export function cautionsOf(model: Pick<OrderModel, "cautionDisplayType" | "cautionDisplayDetailType">): string[] {
  const { cautionDisplayType: type, cautionDisplayDetailType: detail } = model;
  if (!type) return [];
  const what = type === CALL_FOR_CARE ? "注意喚起" : type === CANCELLED ? "キャンセル確定" : `警告表示タイプ${type}`;
  return [detail ? `${what}: ${details[detail] ?? `詳細${detail}`}` : what];
}
