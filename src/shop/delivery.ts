import type { Serial } from "../core/jst.ts";
import { sheetNames } from "../core/sheet-names.ts";
import { type CarrierCode, carrierLabel } from "./carrier.ts";
import type { Destination, LeadTime } from "./lead-time.ts";
import { leaving } from "./leaving.ts";
import type { Order, Package } from "./order.ts";
import type { ShippingDays } from "./ship-date.ts";
import { isUnusable, type Unusable } from "./unusable.ts";

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

/** The masters of delivery. Unknown: no row yet; unmapped: a row that nobody has filled in; unusable: one filled in wrongly. */
export interface DeliveryMasters extends Omit<ShippingDays, "today"> {
  /** By 配送方法 and the carrier at purchase, where a row tells carriers apart. */
  readonly delivery: (
    method: string,
    rakutenCarrier: CarrierCode | "",
  ) => DeliveryService | Unusable | "unmapped" | "unknown";
  readonly band: (carrier: CarrierCode, term: string) => string | Unusable | "unmapped" | "unknown";
  readonly leadTimes: readonly LeadTime[];
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

/** `wishedTerm` as `termLabel` spells it. */
interface Asked extends Pick<Order, "deliveryMethod" | "wishedDate"> {
  readonly wishedTerm: string;
  /** What RMS asks for; empty where it says nothing. */
  readonly deliveryClass: string;
}
type AskedFor = Destination & Pick<Package, "rakutenCarrier">;

/** `begun`: somebody has begun to pack it, and knows when it leaves. */
export function dispatchOf(order: Asked, destination: AskedFor, rules: DeliveryRules, begun = false): Dispatch {
  const method = order.deliveryMethod.trim();
  const service = method === "" ? "unmapped" : rules.delivery(method, destination.rakutenCarrier);
  if (typeof service === "object" && !isUnusable(service)) return dispatchBy(service, order, destination, rules, begun);
  const { shipOn } = leaving(order.wishedDate, destination, unmapped, rules, true);
  const unknown: UnknownValue[] = service === "unknown" ? [{ kind: "delivery", method }] : [];
  const question = isUnusable(service) ? unusableMethod(method, service) : unmappedMethod(method);
  const questions = method === "" ? [] : [question];
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
  const term = order.wishedTerm;
  const band = term === "" ? "" : rules.band(service.carrier, term);
  const temperature = service.temperature || (/クール|冷[蔵凍]/.test(method.normalize("NFKC")) ? "" : "常温");
  const doubt = temperatureDoubt(method, temperature, order.deliveryClass);
  const leaves = leaving(order.wishedDate, destination, service, rules, begun);
  const unknown: UnknownValue[] = band === "unknown" ? [{ kind: "band", carrier: service.carrier, term }] : [];
  return {
    service: service.service,
    suggestedCarrier: carrier,
    temperature: doubt === "" ? temperature : "",
    bandCode: isOpen(band) ? "" : band,
    shipOn: leaves.shipOn,
    questions: [doubt, bandQuestion(band, carrier, term), ...leaves.questions].filter(Boolean),
    settleable: leaves.settleable,
    warnings: [...(term !== "" && band === "" ? [untimed(carrier, term)] : []), ...leaves.warnings],
    unknown: [...unknown, ...leaves.unknown],
  };
}

type Band = ReturnType<DeliveryMasters["band"]>;

const isOpen = (band: Band): band is Unusable | "unmapped" | "unknown" =>
  isUnusable(band) || band === "unmapped" || band === "unknown";

function bandQuestion(band: Band, carrier: string, term: string): string {
  if (isUnusable(band)) return `時間帯「${term}」（${carrier}）の行に誤りがあります。${band.unusable}`;
  return isOpen(band) ? unmappedBand(carrier, term) : "";
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
const unusableMethod = (method: string, { unusable }: Unusable): string =>
  `配送方法「${method}」の行に誤りがあります。${unusable}`;
const unmappedMethod = (method: string): string =>
  `配送方法「${method}」が未設定です。「${sheetNames.deliveries}」で配送会社を選んでください。`;
/** 日時指定 of the remarks may say what the buyer meant. */
const untimed = (carrier: string, term: string): string =>
  `お届け時間帯「${term}」は${carrier}で指定できないため、時間帯の指定なしで出荷します。備考に希望がないか確認してください。`;
const unmappedBand = (carrier: string, term: string): string =>
  `時間帯「${term}」（${carrier}）が未設定です。「${sheetNames.timeBands}」に時間帯コードを入れてください。`;
