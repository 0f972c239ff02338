import type { ShipmentState } from "./shipment.ts";

type States = ReadonlyMap<ShipmentState, number>;

/** How many rows waited for people, and how many do now. */
export const waitingText = (before: States, after: States): string =>
  (["要確認", "保留"] as const)
    .filter((state) => state === "要確認" || before.get(state) !== after.get(state))
    .map((state) => `${state} ${before.get(state) ?? 0} → ${after.get(state) ?? 0}件`)
    .join("、")
    .concat("。");
