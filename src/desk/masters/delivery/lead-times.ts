import { sheetNames } from "../../../core/sheet-names.ts";
import { carriers } from "../../../shop/carrier.ts";
import { ISLAND, type LeadTime, placeIn, serviceText } from "../../../shop/lead-time.ts";
import type { Entry } from "../entry.ts";
import { leadDaysIn } from "./lead-days.ts";

/** 配送日数マスタ as a job uses it; `services` are the rows of 配送サービスマスタ. */
export function readLeadTimes(entries: readonly Entry[], services: readonly Entry[]): LeadTime[] {
  const known = new Set([...services.map(({ text }) => text("service")), ...Object.values(carriers)].map(serviceText));
  return entries.map((entry) => {
    const { text, fault, unusable } = entry;
    const place = placeIn(text("place"));
    const service = serviceText(text("service"));
    if (place === undefined)
      fault("place", `都道府県名（例: 沖縄県、東京都小笠原村）か「${ISLAND}」を入力してください。`);
    const isKnown = service === "" || known.has(service);
    if (!isKnown) fault("service", NO_SERVICE);
    const days = leadDaysIn(entry);
    const wrong = unusable();
    if (wrong === undefined) return { place: place as string, service, days };
    // Whatever service it was meant for: that of the next parcel to this place, perhaps.
    return { place: place ?? NOWHERE, service: isKnown ? service : "", days: null, unusable: wrong };
  });
}

/** No address begins with it. */
const NOWHERE = "\u0000";

const NO_SERVICE = `「${sheetNames.deliveries}」にない配送サービス名です。同じ名前を入力するか、空欄にしてください。`;
