import type { Rms } from "../../rms/client/client.ts";
import type { Endpoint } from "../../rms/client/endpoint.ts";
import { licenceExpiryOf } from "../../rms/client/licence.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { inventoriesBulkGet } from "../../rms/inventory/inventories.ts";
import { inventoriesBulkUpsert } from "../../rms/inventory/move-stock.ts";
import { genresGet } from "../../rms/item/genres.ts";
import { itemsSearch } from "../../rms/item/items-search.ts";
import { getOrder, searchOrder } from "../../rms/order/order-endpoints.ts";
import { getResultUpdateOrderShippingAsync, reportCall, reportWire } from "../../rms/shipping/shipping-endpoints.ts";
import type { Keys } from "../../shop/keys.ts";
import type { Settings } from "../settings/rules/settings.ts";
import type { Answer, FunctionName } from "./rules/connection.ts";

/** Begins with a shop number that no shop has. */
const NO_ORDER = "000000-20000101-0000000000";
const NO_PRODUCT = { manageNumber: "connection-check", variantId: "connection-check" };
const NO_REQUEST = "00000000-0000-0000-0000-000000000000_20000101000000";

/** Asks one function for something that changes nothing at the shop. */
export type HarmlessCall = (rms: Rms) => unknown;

/**
 * One call for each function that the product needs; that which writes stock only where people switched it on. `onExpiry` hears
 * the licence key's end, should RMS tell it.
 */
export function harmlessCalls(
  keys: Keys,
  now: Date,
  onExpiry: (expires: Date | undefined) => void,
  { stockUpdate }: Pick<Settings, "stockUpdate">,
): readonly (readonly [FunctionName, HarmlessCall])[] {
  const window = { from: new Date(now.getTime() - 1000), to: now };
  return [
    ["rpay.order.searchOrder", (rms) => rms.call(searchOrder, { window, progress: [300], page: 1, size: 1 })],
    ["rpay.order.getOrder", (rms) => rms.call(getOrder, [NO_ORDER])],
    ["rpay.order.updOrdShipAsync", (rms) => rms.call(refusedReport, undefined)],
    ["rpay.order.getResUpdOrdShipAsync", (rms) => rms.call(getResultUpdateOrderShippingAsync, NO_REQUEST)],
    ["navigation.genre.get", (rms) => rms.call(genresGet, { genreId: 0 })],
    ["items.search", (rms) => rms.call(itemsSearch, { hits: 1 })],
    ["inventories.bulk.get", (rms) => rms.call(inventoriesBulkGet, [NO_PRODUCT])],
    ...(stockUpdate ? [["inventories.bulk.upsert", (rms: Rms) => rms.call(refusedUpdate, undefined)] as const] : []),
    ["license.expiryDate.get", (rms) => onExpiry(licenceExpiryOf(rms, keys))],
  ];
}

/**
 * A report that RMS refuses for the form of its date (rms-api 4.2: all or nothing), which proves that the function answers.
 * Were the form taken after all, the order that it names is nobody's.
 */
const refusedReport: Endpoint<undefined, unknown> = {
  ...reportCall,
  wire: () =>
    reportWire([
      {
        orderNumber: NO_ORDER,
        BasketidModelList: [{ basketId: 0, ShippingModelList: [{ shippingDate: "2000/01/01" }] }],
      },
    ]),
};

/** An update of no stock at all, which RMS refuses (rms-api 8.3), and which proves that the function answers. */
const { breach, ...update } = inventoriesBulkUpsert;
const refusedUpdate: Endpoint<undefined, unknown> = { ...update, wire: () => inventoriesBulkUpsert.wire([]) };

/** How RMS reacts, asked once: a look at the state of things is not to wait for better times. */
export function answerTo(call: HarmlessCall, rms: Rms): Answer {
  try {
    call({ ...rms, call: (endpoint, request) => rms.call({ ...endpoint, repeatable: false }, request) });
    return { status: 200, code: "" };
  } catch (error) {
    if (!(error instanceof RmsProblem)) throw error;
    return error.status === undefined ? "none" : { status: error.status, code: error.code };
  }
}
