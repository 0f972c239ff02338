import { type CarrierCode, carrierLabel } from "./carrier.ts";
import type { Serial } from "./jst.ts";
import type { Order } from "./order.ts";
import { lacking } from "./order-questions.ts";
import { termLabel } from "./wished-term.ts";

/** What a delivery method of the shop means for the warehouse. */
export interface DeliveryService {
  readonly carrier: CarrierCode;
  readonly service: string;
  readonly temperature: string;
  /** Days from shipping to arrival. */
  readonly leadDays: number;
}

/** The masters of delivery. Unknown: no row yet; unmapped: a row that nobody has filled in. */
export interface DeliveryMasters {
  readonly delivery: (method: string) => DeliveryService | "unmapped" | "unknown";
  readonly band: (carrier: CarrierCode, term: string) => string | "unmapped" | "unknown";
}

/** A value that its master has no row for yet. */
export type UnknownValue =
  | { readonly kind: "delivery"; readonly method: string }
  | { readonly kind: "band"; readonly carrier: CarrierCode; readonly term: string };

/** How an order goes out, and what people have to settle before it can. */
export interface Dispatch {
  readonly service: string;
  readonly suggestedCarrier: string;
  readonly temperature: string;
  readonly bandCode: string;
  readonly shipOn: Serial | null;
  readonly questions: readonly string[];
  readonly unknown: readonly UnknownValue[];
}

/** Where the master does not say otherwise, a parcel arrives on the day after it was shipped. */
const LEAD_DAYS = 1;

export function dispatchOf(
  order: Pick<Order, "deliveryMethod" | "wishedDate" | "wishedTerm">,
  masters: DeliveryMasters,
): Dispatch {
  const method = order.deliveryMethod.trim();
  const service = method === "" ? "unmapped" : masters.delivery(method);
  if (typeof service === "string")
    return {
      ...{ service: "", suggestedCarrier: "", temperature: "", bandCode: "" },
      shipOn: shipDate(order.wishedDate, LEAD_DAYS),
      questions: [method === "" ? lacking("配送方法") : unsettledMethod(method)],
      unknown: service === "unknown" ? [{ kind: "delivery", method }] : [],
    };
  const term = termLabel(order.wishedTerm);
  const band = term === "" ? "" : masters.band(service.carrier, term);
  const isOpen = band === "unmapped" || band === "unknown";
  return {
    service: service.service,
    suggestedCarrier: carrierLabel(service.carrier),
    temperature: service.temperature,
    bandCode: isOpen ? "" : band,
    shipOn: shipDate(order.wishedDate, service.leadDays),
    questions: isOpen ? [unsettledBand(carrierLabel(service.carrier), term)] : [],
    unknown: band === "unknown" ? [{ kind: "band", carrier: service.carrier, term }] : [],
  };
}

const shipDate = (wished: Serial | null, leadDays: number): Serial | null =>
  wished === null ? null : wished - leadDays;

const unsettledMethod = (method: string): string =>
  `配送方法「${method}」が未設定です。「配送サービスマスタ」で配送会社を選んでください。`;
const unsettledBand = (carrier: string, term: string): string =>
  `時間帯「${term}」（${carrier}）が未設定です。「配送時間帯マスタ」に時間帯コードを入れてください。`;
