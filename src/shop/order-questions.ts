import { missingOnLabel } from "./label-fields.ts";
import { type Order, type Package, PICKUP } from "./order.ts";
import { COD } from "./payment-method.ts";
import { type OwnParcels, recordText, shippedElsewhere } from "./shipped-elsewhere.ts";

const CHECK_IN_RMS = "RMSで確認してください。";

/**
 * What RMS says too little of for this destination to be packed and labelled, or warns of: people look there first.
 * `own` is what staff have entered of its parcels.
 */
export function orderQuestions(order: Asked, destination: AskedOf, own?: OwnParcels): string[] {
  const { payment, deliveryMethod, packages } = order;
  const { dropOff, lines } = destination;
  return [
    ...warned(order),
    ...alreadyShipped(destination, own),
    ...twins(order, destination),
    lines.every(({ units }) => units === 0) && `出荷する商品がありません。${CHECK_IN_RMS}`,
    payment.name === "" && lacking("支払方法"),
    deliveryMethod.trim() === "" && lacking("配送方法"),
    /(コンビニ|郵便局)受取/.test(deliveryMethod) && dropOff !== PICKUP && lacking("受取店舗"),
    ...missingOnLabel(order, destination).map(lacking),
    // RMS gives one amount for the order: a label a destination with it would collect it more than once.
    payment.code === COD && packages.length > 1 && `代金引換で送付先が複数です。送付先ごとの代引金額を${CHECK_IN_RMS}`,
    // Not said to be impossible, and RMS counts the units of the item, not of its SKUs (rms-api 3.7).
    new Set(lines.map(({ detailId }) => detailId)).size < lines.length && `SKUごとの数量が不明です。${CHECK_IN_RMS}`,
  ].filter((question) => question !== false);
}

/** A row holds one destination, and RMS tells them apart by basketId alone: of those that share one the others would go unseen. */
function twins({ packages }: Pick<Order, "packages">, { basketId }: AskedOf): string[] {
  const alike = packages.filter((one) => one.basketId === basketId);
  if (alike.length < 2) return [];
  const named = alike.map(({ addressee }) => `${addressee.prefecture}${addressee.city} ${addressee.name}`).join(" / ");
  return [
    `送付先ID ${basketId} の送付先が${alike.length}件あります（${named}）。この行では1件しか出荷できません。${CHECK_IN_RMS}`,
  ];
}

type Asked = Pick<Order, "payment" | "deliveryMethod" | "packages" | "cautions" | "beingChecked">;
type AskedOf = Pick<Package, "basketId" | "addressee" | "dropOff" | "awaiting" | "lines" | "shippingRecords">;

/** Rakuten settles it, and no person may before. */
export const BEING_CHECKED = "楽天が確認中の注文です。確認が終わると、次の取込で解除されます。";

export const lacking = (what: string): string => `注文に${what}がありません。${CHECK_IN_RMS}`;

const warned = ({ cautions, beingChecked }: Pick<Order, "cautions" | "beingChecked">): string[] => [
  ...cautions.map((caution) => `楽天の警告「${caution}」が出ています。出荷してよいか、${CHECK_IN_RMS}`),
  ...(beingChecked ? [BEING_CHECKED] : []),
];

/** Who takes all orders that await shipment would send these a second time: they stay there until the next day (rms-api 13). */
function alreadyShipped({ shippingRecords }: AskedOf, own: OwnParcels | undefined): string[] {
  const records = shippedElsewhere(shippingRecords, own).map(recordText);
  if (records.length === 0) return [];
  return [`RMSに発送情報が入力されています（${records.join(" / ")}）。二重に出荷しないよう、${CHECK_IN_RMS}`];
}
