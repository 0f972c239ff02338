import type { Serial } from "../core/jst.ts";
import { sheetNames } from "../core/sheet-names.ts";
import { type Destination, ISLAND, isOnIsland, type LeadTime, leadTimeTo } from "./lead-time.ts";
import { type ShippingDays, shipDate } from "./ship-date.ts";

/** When a parcel has to leave for the wished day, and what people have to settle or to know about that. */
export interface Leaving {
  /** Null without a wish, and while nobody said how long the way takes or on which days the shop is closed. */
  readonly shipOn: Serial | null;
  readonly questions: readonly string[];
  /** Of the questions, those that no master answers. */
  readonly settleable: readonly string[];
  readonly warnings: readonly string[];
  readonly unknown: readonly { readonly kind: "island" }[];
}

interface LeavingRules extends ShippingDays {
  readonly leadTimes: readonly LeadTime[];
}

/** `begun`: somebody has begun to pack it, and knows when it leaves. */
export function leaving(
  wished: Serial | null,
  destination: Destination,
  service: { readonly service: string; readonly leadDays: number },
  rules: LeavingRules,
  begun: boolean,
): Leaving {
  const sure = { questions: [], settleable: [], warnings: [], unknown: [] };
  if (wished === null) return { ...sure, shipOn: null };
  const { days, unusable } = leadTimeTo(destination, service.service, rules.leadTimes) ?? {};
  if (unusable !== undefined) return { ...sure, shipOn: null, questions: [unusable] };
  if (days == null && isOnIsland(destination)) return { ...sure, ...unmappedIsland(rules.leadTimes) };
  if (rules.unsure !== undefined && !begun)
    return { ...sure, shipOn: null, questions: [`出荷予定日を決められません。${rules.unsure}`] };
  const { shipOn, moved, late } = shipDate(wished, days ?? service.leadDays, rules);
  const questions = late !== "" && !begun ? [late] : [];
  return { ...sure, shipOn, questions, settleable: questions, warnings: moved === "" ? [] : [moved] };
}

const unmappedIsland = (rows: readonly LeadTime[]): Pick<Leaving, "shipOn" | "questions" | "unknown"> => ({
  shipOn: null,
  questions: [
    `お届け先が${ISLAND}で、配送日数が未設定です。「${sheetNames.leadTimes}」の「${ISLAND}」（または市区町村の行）に配送日数を入れてください。`,
  ],
  unknown: rows.some(({ place, service }) => place === ISLAND && service === "") ? [] : [{ kind: "island" }],
});
