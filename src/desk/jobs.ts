import { importProducts } from "./products/import-products.ts";
import { reportShipments } from "./reports/report-shipments.ts";
import { housekeeping } from "./retention/housekeeping.ts";
import { importShipments } from "./shipments/import-shipments.ts";
import { updateShopStock } from "./shop-stock/update-shop-stock.ts";
import { syncStock } from "./stock/sync-stock.ts";

/** Every job, in the order of `jobNames`. */
export const jobs = [
  importShipments,
  reportShipments,
  importProducts,
  syncStock,
  updateShopStock,
  housekeeping,
] as const;

/** Those that the tick runs once a day, at its first look after the time. */
export const dailyJobs: readonly { readonly job: (typeof jobs)[number]; readonly at: string }[] = [
  { job: housekeeping, at: "03:00" },
];
