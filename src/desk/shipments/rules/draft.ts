import { carrierLabel } from "../../../shop/carrier.ts";
import { type Dispatch, dispatchOf, type UnknownValue } from "../../../shop/delivery.ts";
import { labelWarnings } from "../../../shop/label-fields.ts";
import { ISLAND } from "../../../shop/lead-time.ts";
import type { Line, Order, Package } from "../../../shop/order.ts";
import { progressLabel } from "../../../shop/progress.ts";
import { termLabel } from "../../../shop/wished-term.ts";
import { goodsSummary } from "./goods-summary.ts";
import { remarksOf } from "./remarks.ts";
import { rmsFacts } from "./rms-facts.ts";
import { askedByOrder, askedOfMasters, rowQuestions } from "./row-questions.ts";
import { setContents } from "./set-contents.ts";
import { isLeft, type Shipment, type ShipmentLine, type ShipmentRules } from "./shipment.ts";
import { isInWork, type StaffEntries } from "./staff-entries.ts";

/** One destination as the shop has it now, and the values of it that no master knows. */
export interface Drafted {
  readonly shipment: Shipment;
  /** Questions that a person settles with 確認済; the others stay until a master or RMS answers them. */
  readonly settleable: readonly string[];
  readonly lines: readonly ShipmentLine[];
  readonly unknown: readonly UnknownValue[];
}

/** `own` is what staff have entered of the parcels on its row. */
export function drafted(order: Order, destination: Package, rules: ShipmentRules, own?: StaffEntries): Drafted {
  const asked = { ...order, deliveryClass: order.temperature, wishedTerm: termLabel(order.wishedTerm) };
  const dispatch = dispatchOf(asked, destination, rules, own !== undefined && isInWork(own));
  const lines = destination.lines.map((line) => shipmentLine(order.number, destination.basketId, line, rules));
  const plain = plainShipment(order, destination, dispatch);
  const { settleable, ...judged } = rowQuestions(
    askedByOrder(order, destination, own),
    askedOfMasters(plain, lines, dispatch, rules),
  );
  return {
    shipment: { ...plain, ...judged },
    settleable,
    lines,
    unknown: dispatch.unknown,
  };
}

function plainShipment(order: Order, destination: Package, dispatch: Dispatch): Shipment {
  const { wish, toShop, giftMessage } = remarksOf(order.remarks);
  return {
    orderNumber: order.number,
    basketId: String(destination.basketId),
    state: "取込済",
    changes: "",
    acknowledged: "",
    questions: "",
    askedOfMasters: "",
    progress: progressLabel(order.progress),
    orderedAt: order.orderedAt,
    confirmedAt: order.confirmedAt,
    payment: order.payment.name,
    deliveryMethod: order.deliveryMethod,
    ...dispatchCells(dispatch, destination),
    deliveryClass: order.temperature,
    rakutenCarrier: destination.rakutenCarrier === "" ? "" : carrierLabel(destination.rakutenCarrier),
    wishedDate: order.wishedDate,
    wishedTerm: termLabel(order.wishedTerm),
    nextDay: order.nextDay ? "最強翌日配送" : "",
    sameDay: order.sameDay ? "当日出荷" : "",
    dropOff: destination.dropOff,
    island: destination.island ? ISLAND : "",
    ...destination.addressee,
    goods: goodsSummary(destination.lines),
    lineCount: destination.lines.filter(isLeft).length,
    units: destination.lines.reduce((sum, line) => sum + line.units, 0),
    goodsPrice: destination.goodsPrice,
    postage: destination.postage,
    codFee: destination.codFee,
    requestPrice: order.requestPrice,
    gift: order.gift ? "ギフト" : "",
    noshi: destination.noshi,
    wrapping: order.wrappings.join("\n"),
    remarks: order.remarks,
    wishNote: wish,
    shopNote: toShop,
    giftMessage,
    orderer: order.ordererName,
    ...rmsFacts(order, destination),
  };
}

/** What a row says of the way that the masters found for it. */
export const dispatchCells = (
  { service, suggestedCarrier, temperature, bandCode, shipOn, warnings }: Dispatch,
  destination: Pick<Package, "addressee">,
) => ({
  service,
  suggestedCarrier,
  temperature,
  bandCode,
  shipOn,
  warnings: [...warnings, ...labelWarnings(destination)].join("\n"),
});

const shipmentLine = (
  orderNumber: string,
  basketId: number,
  line: Line,
  { productCode, sets }: ShipmentRules,
): ShipmentLine => ({
  ...line,
  orderNumber,
  basketId: String(basketId),
  detailId: String(line.detailId),
  productCode: productCode(line),
  postageIncluded: line.postageIncluded ? "送料込み" : "",
  ...setContents(sets, productCode(line), line.units),
});
