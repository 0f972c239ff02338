import type { ServiceCall } from "./gate.ts";

const SHEETS = 250;
const FETCH = 300;
const BIG_QUERY = 1000;
const STORES = 20;
const ELSE = 5;

/** Milliseconds by which published measurements would have a call take (orders of magnitude; Tanaike 2018-2022). */
export function publishedLatency({ service, method }: ServiceCall): number {
  if (service === "Sheets" || service === "Spreadsheet") return SHEETS;
  if (service === "UrlFetchApp") return FETCH;
  if (service === "BigQuery") return BIG_QUERY;
  if (service === "Utilities" && method === "sleep") return 0;
  return service === "Properties" || service === "Cache" || service === "Lock" ? STORES : ELSE;
}
