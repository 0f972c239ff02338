import type { Serial } from "./jst.ts";
import type { Line, Order, Package } from "./order.ts";
import { progressLabel } from "./progress.ts";
import { termLabel } from "./wished-term.ts";

/** How a shipment on the list stands to the shop. */
export type ShipmentState = "取込済" | "変更あり" | "出荷済" | "取消" | "要確認";

/** What the shop says of one destination of one order: the API-owned part of a row of 出荷リスト. */
export interface Shipment {
  readonly orderNumber: string;
  readonly basketId: string;
  readonly state: ShipmentState;
  /** What changed after the import, one change a line. */
  readonly changes: string;
  readonly progress: string;
  readonly orderedAt: Serial | null;
  readonly confirmedAt: Serial | null;
  readonly payment: string;
  readonly deliveryMethod: string;
  readonly wishedDate: Serial | null;
  readonly wishedTerm: string;
  readonly name: string;
  readonly kana: string;
  readonly postcode: string;
  readonly prefecture: string;
  readonly city: string;
  readonly street: string;
  readonly phone: string;
  readonly lineCount: number | null;
  readonly units: number | null;
  readonly goodsPrice: number | null;
  readonly requestPrice: number | null;
  readonly gift: string;
  readonly noshi: string;
  readonly wrapping: string;
  readonly remarks: string;
  readonly orderer: string;
}

/** One SKU of a shipment: the API-owned part of a row of 出荷明細. */
export interface ShipmentLine {
  readonly orderNumber: string;
  readonly basketId: string;
  readonly detailId: string;
  readonly variantId: string;
  readonly productCode: string;
  readonly name: string;
  readonly variation: string;
  readonly choice: string;
  readonly units: number | null;
  readonly price: number | null;
  readonly manageNumber: string;
  readonly itemNumber: string;
  readonly merchantSkuId: string;
}

export function shipmentOf(order: Order, destination: Package): Shipment {
  const { addressee } = destination;
  return {
    orderNumber: order.number,
    basketId: String(destination.basketId),
    state: "取込済",
    changes: "",
    progress: progressLabel(order.progress),
    orderedAt: order.orderedAt,
    confirmedAt: order.confirmedAt,
    payment: order.payment.name,
    deliveryMethod: order.deliveryMethod,
    wishedDate: order.wishedDate,
    wishedTerm: termLabel(order.wishedTerm),
    ...addressee,
    lineCount: destination.lines.length,
    units: destination.lines.reduce((sum, line) => sum + line.units, 0),
    goodsPrice: destination.goodsPrice,
    requestPrice: order.requestPrice,
    gift: order.gift ? "ギフト" : "",
    noshi: destination.noshi,
    wrapping: order.wrappings.join("\n"),
    remarks: order.remarks,
    orderer: order.ordererName,
  };
}

export const shipmentLinesOf = (order: Order, destination: Package): ShipmentLine[] =>
  destination.lines.map((line) => shipmentLine(order.number, destination.basketId, line));

const shipmentLine = (orderNumber: string, basketId: number, line: Line): ShipmentLine => ({
  orderNumber,
  basketId: String(basketId),
  detailId: String(line.detailId),
  variantId: line.variantId,
  productCode: line.manageNumber,
  name: line.name,
  variation: line.variation,
  choice: line.choice,
  units: line.units,
  price: line.price,
  manageNumber: line.manageNumber,
  itemNumber: line.itemNumber,
  merchantSkuId: line.merchantSkuId,
});
