import { type CatalogueControl, catalogueControl } from "./catalogue-control.ts";
import { type OrderControl, orderControl } from "./order-control.ts";
import { type ReportControl, reportControl } from "./report-control.ts";
import type { ShopState } from "./state.ts";
import { type Switches, switches } from "./switches.ts";

/** The hand that runs the shop in tests, in the simulation and on the page: everything that people do outside the API. */
export interface Shop extends OrderControl, ReportControl, CatalogueControl, Switches {
  readonly state: ShopState;
  /** The shop's clock, in milliseconds. */
  now(): number;
  /** A number that was never given out before. */
  nextId(): number;
}

export function shopOf(state: ShopState, clock: () => Date): Shop {
  const now = () => clock().getTime();
  const nextId = () => ++state.sequence;
  const stock = catalogueControl(state, now, nextId);
  const reports = reportControl(state, now, nextId);
  const orders = orderControl(state, now, nextId, stock, reports);
  return { state, now, nextId, ...orders, ...reports, ...stock, ...switches(state, now) };
}
