import { type CarrierCode, carrierOfLabel } from "../../../shop/carrier.ts";
import { type DeliveryService, LEAD_DAYS } from "../../../shop/delivery.ts";
import type { Unusable } from "../../../shop/unusable.ts";
import { keyOf } from "../../../workbook/declare/key.ts";
import { columnOf } from "../../../workbook/declare/table.ts";
import { type Entry, toChoose } from "../entry.ts";
import { deliveryTable } from "./delivery-table.ts";
import { leadDaysIn } from "./lead-days.ts";

type Service = DeliveryService | Unusable | "unmapped";

/** 配送サービスマスタ as a job uses it. */
export interface Services {
  /** By 配送方法 and the carrier at purchase, where a row tells carriers apart. */
  readonly of: (method: string, rakutenCarrier: CarrierCode | "") => Service | "unknown";
  /** Whether its parcels have no number. */
  readonly isUntracked: (method: string, rakutenCarrier: string) => boolean;
}

export function readServices(entries: readonly Entry[]): Services {
  const services = new Map<string, Service>();
  const untracked = new Set<string>();
  // It may be meant for any carrier, so that no other row of the method can be trusted.
  const carrierless = new Map<string, Unusable>();
  for (const entry of entries) {
    const { key, text, value, fault } = entry;
    const method = text("method");
    const rakuten = text("rakutenCarrier");
    if (rakuten !== "" && carrierOfLabel(rakuten) === undefined) {
      fault("rakutenCarrier", toChoose("楽天の配送会社"));
      carrierless.set(method, unusable(entry));
    }
    services.set(key, serviceIn(entry));
    if (value("untracked") === true) untracked.add(key);
    // What follows stops no order.
    if (value("untracked") === undefined) fault("untracked", "チェックを入れるか、外してください。");
    chosenIn(entry, "labelFormat");
  }
  const keysOf = (method: string, rakutenCarrier: string) =>
    [rakutenCarrier, ""].map((carrier) => keyOf(deliveryTable, { method, rakutenCarrier: carrier }));
  return {
    of(method, rakutenCarrier) {
      const [own, any] = keysOf(method, rakutenCarrier).map((key) => services.get(key));
      return carrierless.get(method) ?? own ?? any ?? "unknown";
    },
    isUntracked: (method, rakutenCarrier) =>
      untracked.has(keysOf(method, rakutenCarrier).find((key) => services.has(key)) ?? ""),
  };
}

function serviceIn(entry: Entry): Service {
  const { text, fault } = entry;
  const label = text("carrier");
  const carrier = carrierOfLabel(label);
  if (label !== "" && carrier === undefined) fault("carrier", toChoose("配送会社"));
  chosenIn(entry, "temperature");
  const leadDays = leadDaysIn(entry) ?? LEAD_DAYS;
  if (entry.unusable() !== undefined) return unusable(entry);
  if (carrier === undefined) return "unmapped";
  return {
    carrier,
    service: text("service") || label.replace(/^\d{4} /, ""),
    temperature: text("temperature"),
    leadDays,
  };
}

function chosenIn({ text, fault }: Entry, name: string): void {
  const { header, choices } = columnOf(deliveryTable, name);
  if (text(name) !== "" && !choices?.includes(text(name))) fault(name, toChoose(header));
}

const unusable = (entry: Entry): Unusable => ({ unusable: entry.unusable() ?? "" });
