import type { Serial } from "../../../core/jst.ts";
import type { DeliveryRules } from "../../../shop/delivery.ts";
import type { Addressee, Line } from "../../../shop/order.ts";
import type { Sets } from "../../sets/rules/sets.ts";
import type { RmsFacts } from "./rms-facts.ts";

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
  /** What of that, and of what people settled, goes back to the masters: they may answer it without a look at the shop. */
  readonly askedOfMasters: string;
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
  /** What RMS's 配送区分 says of it; empty where it says nothing. */
  readonly deliveryClass: string;
  readonly wishedDate: Serial | null;
  readonly wishedTerm: string;
  readonly bandCode: string;
  readonly shipOn: Serial | null;
  readonly nextDay: string;
  readonly sameDay: string;
  readonly dropOff: string;
  readonly island: string;
  /** What is in the parcel, in a few words. */
  readonly goods: string;
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
  /** What to pick where the product is a set, one product a line. */
  readonly setParts: string;
  readonly price: number | null;
  readonly deliveryInfo: string;
  readonly postageIncluded: string;
  readonly manageNumber: string;
  readonly itemNumber: string;
  readonly merchantSkuId: string;
  /** What is to be looked at on the row: that it is a copy, or that nobody knows what its set consists of. */
  readonly questions: string;
}

/** What an import follows besides the order: the masters, the sets, and which field is the product code. */
export interface ShipmentRules extends DeliveryRules {
  /** What people want to look at before it is packed. */
  readonly confirmations: (shipment: Shipment, lines: readonly ShipmentLine[]) => readonly string[];
  readonly productCode: (line: Line) => string;
  /** The name of that field. */
  readonly productCodeName: string;
  readonly sets: Sets;
}

/** A line that left the order stays on the list with 0 units. */
export const isLeft = ({ units }: Pick<ShipmentLine, "units">): boolean => units !== 0;
