import { carrierOfLabel } from "../../../shop/carrier.ts";
import { type DeliveryService, LEAD_DAYS } from "../../../shop/delivery.ts";
import { columnOf } from "../../../workbook/declare/table.ts";
import { type Entry, toChoose } from "../entry.ts";
import { deliveryTable } from "./delivery-table.ts";
import { leadDaysIn } from "./lead-days.ts";

/** 配送サービスマスタ as a job uses it, by key. */
export function readServices(entries: readonly Entry[]): Map<string, DeliveryService | "unmapped"> {
  const services = new Map<string, DeliveryService | "unmapped">();
  for (const entry of entries) {
    const { key, text, value, fault } = entry;
    const label = text("carrier");
    const carrier = carrierOfLabel(label);
    const rakuten = text("rakutenCarrier");
    if (rakuten !== "" && carrierOfLabel(rakuten) === undefined) fault("rakutenCarrier", toChoose("楽天の配送会社"));
    if (label !== "" && carrier === undefined) fault("carrier", toChoose("配送会社"));
    for (const name of ["temperature", "labelFormat"]) {
      const { header, choices } = columnOf(deliveryTable, name);
      if (text(name) !== "" && !choices?.includes(text(name))) fault(name, toChoose(header));
    }
    const leadDays = leadDaysIn(entry) ?? LEAD_DAYS;
    const untracked = value("untracked");
    if (untracked === undefined) fault("untracked", "チェックを入れるか、外してください。");
    const service = text("service") || label.replace(/^\d{4} /, "");
    services.set(
      key,
      carrier === undefined
        ? "unmapped"
        : { carrier, service, temperature: text("temperature"), leadDays, untracked: untracked === true },
    );
  }
  return services;
}
