import { type Order, type Package, PICKUP } from "./order.ts";

const COD = 2;
const CHECK_IN_RMS = "RMSで確認してください。";

/** What RMS says too little of for this destination to be packed and labelled: people look there first. */
export function orderQuestions({ payment, deliveryMethod, packages }: Asked, { dropOff, lines }: AskedOf): string[] {
  return [
    lines.every(({ units }) => units === 0) && `出荷する商品がありません。${CHECK_IN_RMS}`,
    payment.name === "" && lacking("支払方法"),
    /(コンビニ|郵便局)受取/.test(deliveryMethod) && dropOff !== PICKUP && lacking("受取店舗"),
    // RMS gives one amount for the order: a label a destination with it would collect it more than once.
    payment.code === COD && packages.length > 1 && `代金引換で送付先が複数です。送付先ごとの代引金額を${CHECK_IN_RMS}`,
    // Not said to be impossible, and RMS counts the units of the item, not of its SKUs (rms-api 3.7).
    new Set(lines.map(({ detailId }) => detailId)).size < lines.length && `SKUごとの数量が不明です。${CHECK_IN_RMS}`,
  ].filter((question) => question !== false);
}

type Asked = Pick<Order, "payment" | "deliveryMethod" | "packages">;
type AskedOf = Pick<Package, "dropOff" | "lines">;

export const lacking = (what: string): string => `注文に${what}がありません。${CHECK_IN_RMS}`;
