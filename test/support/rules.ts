import { NO_SETS } from "../../src/desk/sets/rules/sets.ts";
import type { ShipmentRules } from "../../src/desk/shipments/rules/shipment.ts";

type Ways = Pick<ShipmentRules, "leadTimes" | "isClosed" | "today" | "confirmations" | "sets">;

/** A shop that ships every day, long ago, knows no place that takes longer, sells no sets, and wants to look at nothing. */
export const plainWays: Ways = {
  leadTimes: [],
  isClosed: () => false,
  today: 0,
  confirmations: () => [],
  sets: NO_SETS,
};
