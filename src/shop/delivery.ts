import type { Serial } from "../core/jst.ts";
import { sheetNames } from "../core/sheet-names.ts";
import { type CarrierCode, carrierLabel } from "./carrier.ts";
import type { Order } from "./order.ts";
import { termLabel } from "./wished-term.ts";

/** 温度帯, in the order of RMS's deliveryClass from 1 on (rms-api 3.7). */
export const temperatures = ["常温", "冷蔵", "冷凍"] as const;

/** What a delivery method of the shop means for the warehouse. */
export interface DeliveryService {
  readonly carrier: CarrierCode;
  readonly service: string;
  /** Empty where the master has none. */
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
export const LEAD_DAYS = 1;

export function dispatchOf(
  order: Pick<Order, "deliveryMethod" | "temperature" | "wishedDate" | "wishedTerm">,
  masters: DeliveryMasters,
): Dispatch {
  const method = order.deliveryMethod.trim();
  const service = method === "" ? "unmapped" : masters.delivery(method);
  if (typeof service === "string")
    return {
      service: "",
      suggestedCarrier: "",
      temperature: "",
      bandCode: "",
      shipOn: shipDate(order.wishedDate, LEAD_DAYS),
      questions: method === "" ? [] : [unmappedMethod(method)],
      unknown: service === "unknown" ? [{ kind: "delivery", method }] : [],
    };
  const term = termLabel(order.wishedTerm);
  const band = term === "" ? "" : masters.band(service.carrier, term);
  const temperature = service.temperature || (/クール|冷[蔵凍]/.test(method.normalize("NFKC")) ? "" : "常温");
  const doubt = temperatureDoubt(method, temperature, order.temperature);
  const isOpen = band === "unmapped" || band === "unknown";
  return {
    service: service.service,
    suggestedCarrier: carrierLabel(service.carrier),
    temperature: doubt === "" ? temperature : "",
    bandCode: isOpen ? "" : band,
    shipOn: shipDate(order.wishedDate, service.leadDays),
    questions: [doubt, isOpen ? unmappedBand(carrierLabel(service.carrier), term) : ""].filter(Boolean),
    unknown: band === "unknown" ? [{ kind: "band", carrier: service.carrier, term }] : [],
  };
}

/** What the master leaves open or RMS contradicts: nothing cold goes out warm because of an empty cell. */
function temperatureDoubt(method: string, temperature: string, asked: string): string {
  if (temperature === "") return `配送方法「${method}」の温度帯が未設定です。${CHOOSE}`;
  if (asked === "" || asked === temperature) return "";
  return `楽天の配送区分は${asked}、配送方法「${method}」の温度帯は${temperature}です。RMSで直すか、${CHOOSE}`;
}

const shipDate = (wished: Serial | null, leadDays: number): Serial | null =>
  wished === null ? null : wished - leadDays;

const CHOOSE = `「${sheetNames.deliveries}」で温度帯を選んでください。`;
const unmappedMethod = (method: string): string =>
  `配送方法「${method}」が未設定です。「${sheetNames.deliveries}」で配送会社を選んでください。`;
const unmappedBand = (carrier: string, term: string): string =>
  `時間帯「${term}」（${carrier}）が未設定です。「${sheetNames.timeBands}」に時間帯コードを入れてください。`;
