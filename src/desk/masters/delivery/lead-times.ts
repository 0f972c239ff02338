import { sheetNames } from "../../../core/sheet-names.ts";
import { carriers } from "../../../shop/carrier.ts";
import { ISLAND, type LeadTime, placeIn, serviceText } from "../../../shop/lead-time.ts";
import type { Entry } from "../entry.ts";
import { leadDaysIn } from "./lead-days.ts";

/** 配送日数マスタ as a job uses it; `services` are the rows of 配送サービスマスタ. */
export function readLeadTimes(entries: readonly Entry[], services: readonly Entry[]): LeadTime[] {
  const known = new Set([...services.map(({ text }) => text("service")), ...Object.values(carriers)].map(serviceText));
  return entries.map((entry) => {
    const { text, fault } = entry;
    const place = placeIn(text("place"));
    const service = serviceText(text("service"));
    if (place === undefined)
      fault("place", `都道府県名（例: 沖縄県、東京都小笠原村）か「${ISLAND}」を入力してください。`);
    if (service !== "" && !known.has(service)) fault("service", NO_SERVICE);
    return { place: place ?? "", service, days: leadDaysIn(entry) };
  });
}

const NO_SERVICE = `「${sheetNames.deliveries}」にない配送サービス名です。同じ名前を入力するか、空欄にしてください。`;
