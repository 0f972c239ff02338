import type { Serial } from "../core/jst.ts";
import { sheetNames } from "../core/sheet-names.ts";
import { type CarrierCode, carrierLabel } from "./carrier.ts";
import type { Destination, LeadTime } from "./lead-time.ts";
import { leaving } from "./leaving.ts";
import type { Order, Package } from "./order.ts";
import type { ShippingDays } from "./ship-date.ts";
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
  /** Its parcels have no numbers: carrier and day are all that is reported. */
  readonly untracked?: boolean;
}

/** The masters of delivery. Unknown: no row yet; unmapped: a row that nobody has filled in. */
export interface DeliveryMasters {
  /** By 配送方法 and the carrier at purchase, where a row tells carriers apart. */
  readonly delivery: (method: string, rakutenCarrier: CarrierCode | "") => DeliveryService | "unmapped" | "unknown";
  readonly band: (carrier: CarrierCode, term: string) => string | "unmapped" | "unknown";
  readonly leadTimes: readonly LeadTime[];
  readonly isClosed: ShippingDays["isClosed"];
}

/** What a way of delivery is found by: the masters, and the day on which it is. */
export interface DeliveryRules extends DeliveryMasters, ShippingDays {}

/** A value that its master has no row for yet. */
export type UnknownValue =
  | { readonly kind: "delivery"; readonly method: string }
  | { readonly kind: "band"; readonly carrier: CarrierCode; readonly term: string }
  | { readonly kind: "island" };

/** How a destination of an order goes out, and what people have to settle before it can. */
export interface Dispatch {
  readonly service: string;
  readonly suggestedCarrier: string;
  readonly temperature: string;
  readonly bandCode: string;
  readonly shipOn: Serial | null;
  readonly questions: readonly string[];
  /** Of the questions, those that no master answers. */
  readonly settleable: readonly string[];
  /** What people should know of it, and what stops nothing. */
  readonly warnings: readonly string[];
  readonly unknown: readonly UnknownValue[];
}

/** Where the master does not say otherwise, a parcel arrives on the day after it was shipped. */
export const LEAD_DAYS = 1;

type Asked = Pick<Order, "deliveryMethod" | "temperature" | "wishedDate" | "wishedTerm">;
type AskedFor = Destination & Pick<Package, "rakutenCarrier">;

/** `begun`: somebody has begun to pack it, and knows when it leaves. */
export function dispatchOf(order: Asked, destination: AskedFor, rules: DeliveryRules, begun = false): Dispatch {
  const method = order.deliveryMethod.trim();
  const service = method === "" ? "unmapped" : rules.delivery(method, destination.rakutenCarrier);
  if (typeof service !== "string") return dispatchBy(service, order, destination, rules, begun);
  const { shipOn } = leaving(order.wishedDate, destination, unmapped, rules, true);
  const unknown: UnknownValue[] = service === "unknown" ? [{ kind: "delivery", method }] : [];
  const questions = method === "" ? [] : [unmappedMethod(method)];
  return { ...nothing, shipOn, questions, settleable: [], warnings: [], unknown };
}

function dispatchBy(
  service: DeliveryService,
  order: Asked,
  destination: AskedFor,
  rules: DeliveryRules,
  begun: boolean,
): Dispatch {
  const method = order.deliveryMethod.trim();
  const carrier = carrierLabel(service.carrier);
  const term = termLabel(order.wishedTerm);
  const band = term === "" ? "" : rules.band(service.carrier, term);
  const isOpen = band === "unmapped" || band === "unknown";
  const temperature = service.temperature || (/クール|冷[蔵凍]/.test(method.normalize("NFKC")) ? "" : "常温");
  const doubt = temperatureDoubt(method, temperature, order.temperature);
  const leaves = leaving(order.wishedDate, destination, service, rules, begun);
  const unknown: UnknownValue[] = band === "unknown" ? [{ kind: "band", carrier: service.carrier, term }] : [];
  return {
    service: service.service,
    suggestedCarrier: carrier,
    temperature: doubt === "" ? temperature : "",
    bandCode: isOpen ? "" : band,
    shipOn: leaves.shipOn,
    questions: [doubt, isOpen ? unmappedBand(carrier, term) : "", ...leaves.questions].filter(Boolean),
    settleable: leaves.settleable,
    warnings: leaves.warnings,
    unknown: [...unknown, ...leaves.unknown],
  };
}

const nothing = { service: "", suggestedCarrier: "", temperature: "", bandCode: "" };
const unmapped = { service: "", leadDays: LEAD_DAYS };

/** What the master leaves open or RMS contradicts: nothing cold goes out warm because of an empty cell. */
function temperatureDoubt(method: string, temperature: string, asked: string): string {
  if (temperature === "") return `配送方法「${method}」の温度帯が未設定です。${CHOOSE}`;
  if (asked === "" || asked === temperature) return "";
  return `楽天の配送区分は${asked}、配送方法「${method}」の温度帯は${temperature}です。RMSで直すか、${CHOOSE}`;
}

const CHOOSE = `「${sheetNames.deliveries}」で温度帯を選んでください。`;
const unmappedMethod = (method: string): string =>
  `配送方法「${method}」が未設定です。「${sheetNames.deliveries}」で配送会社を選んでください。`;
const unmappedBand = (carrier: string, term: string): string =>
  `時間帯「${term}」（${carrier}）が未設定です。「${sheetNames.timeBands}」に時間帯コードを入れてください。`;
