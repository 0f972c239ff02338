import { dateText, type Serial } from "../../../core/jst.ts";
import { linesOf, oneLine } from "../../../core/line-break.ts";
import { carrierLabel } from "../../../shop/carrier.ts";
import { type DeliveryRules, type Dispatch, dispatchOf, type UnknownValue } from "../../../shop/delivery.ts";
import { labelWarnings } from "../../../shop/label-fields.ts";
import type { Addressee, Line, Order, Package } from "../../../shop/order.ts";
import { BEING_CHECKED, orderQuestions } from "../../../shop/order-questions.ts";
import { progressLabel } from "../../../shop/progress.ts";
import { unfixedAmounts } from "../../../shop/unfixed-amounts.ts";
import { termLabel } from "../../../shop/wished-term.ts";
import { remarksOf } from "./remarks.ts";
import { type RmsFacts, rmsFacts } from "./rms-facts.ts";
import { isInWork, type StaffEntries } from "./staff-entries.ts";

/** How a shipment on the list stands to the shop. */
export const shipmentStates = ["取込済", "変更あり", "要確認", "保留", "出荷済", "取消"] as const;
export type ShipmentState = (typeof shipmentStates)[number];

/** What the shop says of one destination of one order: the API-owned part of a row of 出荷リスト. */
export interface Shipment extends Addressee, RmsFacts {
  readonly orderNumber: string;
  readonly basketId: string;
  readonly state: ShipmentState;
  /** What changed after the import, one change a line. */
  readonly changes: string;
  /** What people settled by 確認済 of the changes and questions that still stand, one thing a line. */
  readonly acknowledged: string;
  /** What waits to be settled while the state is 保留 or 要確認, one thing a line. */
  readonly questions: string;
  /** What looks wrong and stops nothing, one thing a line. */
  readonly warnings: string;
  readonly progress: string;
  readonly orderedAt: Serial | null;
  readonly confirmedAt: Serial | null;
  readonly payment: string;
  readonly deliveryMethod: string;
  readonly service: string;
  readonly suggestedCarrier: string;
  /** The carrier at purchase. */
  readonly rakutenCarrier: string;
  readonly temperature: string;
  readonly wishedDate: Serial | null;
  readonly wishedTerm: string;
  readonly bandCode: string;
  readonly shipOn: Serial | null;
  readonly nextDay: string;
  readonly sameDay: string;
  readonly dropOff: string;
  readonly island: string;
  readonly lineCount: number | null;
  readonly units: number | null;
  readonly goodsPrice: number | null;
  readonly postage: number | null;
  readonly codFee: number | null;
  readonly requestPrice: number | null;
  readonly gift: string;
  readonly noshi: string;
  readonly wrapping: string;
  readonly remarks: string;
  readonly wishNote: string;
  readonly shopNote: string;
  readonly giftMessage: string;
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
  readonly deliveryInfo: string;
  readonly postageIncluded: string;
  readonly manageNumber: string;
  readonly itemNumber: string;
  readonly merchantSkuId: string;
}

/** What an import follows besides the order: the masters, and which field is the product code. */
export interface ShipmentRules extends DeliveryRules {
  /** What people want to look at before it is packed. */
  readonly confirmations: (shipment: Shipment, lines: readonly ShipmentLine[]) => readonly string[];
  readonly productCode: (line: Line) => string;
  /** The name of that field. */
  readonly productCodeName: string;
}

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
  const dispatch = dispatchOf(order, destination, rules, own !== undefined && isInWork(own));
  const lines = destination.lines.map((line) => shipmentLine(order.number, destination.basketId, line, rules));
  const plain = plainShipment(order, destination, dispatch);
  const held = heldBecause(order, destination);
  const ofOrder = [
    ...orderQuestions(order, destination, own),
    ...codeless(lines, rules),
    ...rules.confirmations(plain, lines),
  ];
  const questions = [...held, ...dispatch.questions, ...ofOrder];
  const state = held.length > 0 ? "保留" : questions.length > 0 ? "要確認" : "取込済";
  return {
    shipment: { ...plain, state, questions: questions.join("\n") },
    settleable: linesOf(
      [...dispatch.settleable, ...ofOrder].filter((question) => question !== BEING_CHECKED).join("\n"),
    ),
    lines,
    unknown: dispatch.unknown,
  };
}

function plainShipment(order: Order, destination: Package, dispatch: Dispatch): Shipment {
  const { wish, toShop, giftMessage } = remarksOf(order.remarks);
  const { service, suggestedCarrier, temperature, bandCode, shipOn } = dispatch;
  return {
    orderNumber: order.number,
    basketId: String(destination.basketId),
    state: "取込済",
    changes: "",
    acknowledged: "",
    questions: "",
    warnings: [...dispatch.warnings, ...labelWarnings(destination)].join("\n"),
    progress: progressLabel(order.progress),
    orderedAt: order.orderedAt,
    confirmedAt: order.confirmedAt,
    payment: order.payment.name,
    deliveryMethod: order.deliveryMethod,
    service,
    suggestedCarrier,
    rakutenCarrier: destination.rakutenCarrier === "" ? "" : carrierLabel(destination.rakutenCarrier),
    temperature,
    bandCode,
    shipOn,
    wishedDate: order.wishedDate,
    wishedTerm: termLabel(order.wishedTerm),
    nextDay: order.nextDay ? "最強翌日配送" : "",
    sameDay: order.sameDay ? "当日出荷" : "",
    dropOff: destination.dropOff,
    island: destination.island ? "離島" : "",
    ...destination.addressee,
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

function heldBecause(order: Order, destination: Package): string[] {
  const unfixed = unfixedAmounts(order, destination);
  const amounts = `金額（${unfixed.join("、")}）が未確定です。RMSで確定すると、次の取込で解除されます。`;
  return [...awaitedAddress(destination), ...(unfixed.length > 0 ? [amounts] : [])];
}

function awaitedAddress({ awaiting }: Package): string[] {
  if (awaiting === null) return [];
  const until = awaiting.until === null ? "" : `入力期限は ${dateText(awaiting.until)} です。`;
  return [`ソーシャルギフトのお届け先が、受取人の入力待ちです。${until}入力後の取込で解除されます。`];
}

const SHOWN = 5;

function codeless(lines: readonly ShipmentLine[], { productCodeName }: ShipmentRules): string[] {
  const without = lines.filter(({ productCode }) => productCode === "");
  const more = without.length > SHOWN ? [`ほか${without.length - SHOWN}件の商品に商品コードがありません。`] : [];
  return [
    ...without
      .slice(0, SHOWN)
      .map((line) => `商品「${shortName(line)}」に商品コード（${productCodeName}）がありません。`),
    ...more,
  ];
}

/** Enough to find a line by: names in RMS run to a thousand characters. */
export const shortName = ({ name, variation }: Pick<ShipmentLine, "name" | "variation">): string =>
  [cut(name, 40), cut(oneLine(variation))].filter(Boolean).join(" ");

/** Never through a character of two halves: half of one does not come back from a sheet as it was written. */
export const cut = (text: string, length = 200): string =>
  text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, "")}…` : text;

/** A line that left the order stays on the list with 0 units. */
export const isLeft = ({ units }: Pick<ShipmentLine, "units">): boolean => units !== 0;

const shipmentLine = (
  orderNumber: string,
  basketId: number,
  line: Line,
  { productCode }: ShipmentRules,
): ShipmentLine => ({
  ...line,
  orderNumber,
  basketId: String(basketId),
  detailId: String(line.detailId),
  productCode: productCode(line),
  postageIncluded: line.postageIncluded ? "送料込み" : "",
});
