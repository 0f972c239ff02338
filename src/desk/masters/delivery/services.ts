import { carrierOfLabel } from "../../../shop/carrier.ts";
import { type DeliveryService, LEAD_DAYS } from "../../../shop/delivery.ts";
import { columnOf } from "../../../workbook/declare/table.ts";
import { type Entry, toChoose } from "../entry.ts";
import { deliveryTable } from "./delivery-table.ts";

/** 配送サービスマスタ as a job uses it, by key. */
export function readServices(entries: readonly Entry[]): Map<string, DeliveryService | "unmapped"> {
  const services = new Map<string, DeliveryService | "unmapped">();
  for (const { key, text, value, fault } of entries) {
    const label = text("carrier");
    const carrier = carrierOfLabel(label);
    const days = value("leadDays") as number | null | undefined;
    if (label !== "" && carrier === undefined) fault("carrier", toChoose("配送会社"));
    for (const name of ["temperature", "labelFormat"]) {
      const { header, choices } = columnOf(deliveryTable, name);
      if (text(name) !== "" && !choices?.includes(text(name))) fault(name, toChoose(header));
    }
    if (days === undefined || (days !== null && (days < 0 || days > 30 || !Number.isInteger(days))))
      fault("leadDays", "0～30の整数を入力してください。");
    const service = text("service") || label.replace(/^\d{4} /, "");
    services.set(
      key,
      carrier === undefined
        ? "unmapped"
        : { carrier, service, temperature: text("temperature"), leadDays: days ?? LEAD_DAYS },
    );
  }
  return services;
}
