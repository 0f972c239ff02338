import type { Answer, Call } from "./call.ts";
import {
  bulkGet,
  bulkGetRange,
  bulkUpsert,
  variantDelete,
  variantGet,
  variantList,
  variantUpsert,
} from "./inventory/inventories.ts";
import type { InventoryVersion } from "./inventory/stock-model.ts";
import { itemsBulkGet, itemsGet } from "./item/items-get.ts";
import { itemsSearch } from "./item/items-search.ts";
import { dictionaryValues, genre, genreAttributes, navigationVersion } from "./item/navigation.ts";
import { licenseExpiryDate } from "./license.ts";
import { confirmOrder } from "./order/confirm-order.ts";
import { getOrder } from "./order/get-order.ts";
import { cancelOrder, getSubStatusList, updateOrderMemo } from "./order/other-order-calls.ts";
import { searchOrder } from "./order/search-order.ts";
import {
  getResultUpdateOrderShippingAsync,
  updateOrderShipping,
  updateOrderShippingAsync,
} from "./shipping/update-order-shipping.ts";

export type Family = "order" | "item" | "inventory" | "navigation" | "license";

/** One function of RMS WEB SERVICE. Its name is the one by which it is switched off, limited and made to fail. */
export interface Route {
  readonly name: string;
  readonly family: Family;
  readonly method: string;
  /** `{name}` takes one part of the path. */
  readonly path: string;
  /** Calls per second; the guideline for orders is 1. */
  readonly perSecond: number;
  /** Refused while the shop is read-only. */
  readonly writes?: boolean;
  readonly answer: (call: Call) => Answer;
}

const order = (name: string, answer: Route["answer"], more: Partial<Route> = {}): Route => ({
  name,
  family: "order",
  method: "POST",
  path: `/es/2.0/order/${name}`,
  perSecond: 1,
  answer,
  ...more,
});

const WRITES = { writes: true } as const;

const inventories = (version: InventoryVersion): readonly Route[] => {
  const base = `/es/${version}/inventories`;
  const variant = `${base}/manage-numbers/{manageNumber}/variants/{variantId}`;
  const route = (
    name: string,
    method: string,
    path: string,
    perSecond: number,
    answer: Route["answer"],
    more = {},
  ): Route => ({
    name: `inventories.${name}`,
    family: "inventory",
    method,
    path,
    perSecond,
    answer,
    ...more,
  });
  return [
    route("bulk.get", "POST", `${base}/bulk-get`, 5, bulkGet(version)),
    route("bulk.get.range", "GET", `${base}/bulk-get/range`, 5, bulkGetRange(version)),
    route("bulk.upsert", "POST", `${base}/bulk-upsert`, 1, bulkUpsert(version), WRITES),
    route("variants.get", "GET", variant, 1, variantGet(version)),
    route("variants.upsert", "PUT", variant, 1, variantUpsert(version), WRITES),
    route("variants.delete", "DELETE", variant, 1, variantDelete, WRITES),
  ];
};

/** No limit is published for navigation and licence; these are as generous as the item API's reads. */
const UNPUBLISHED = 5;

const item = (name: string, method: string, path: string, perSecond: number, answer: Route["answer"]): Route => ({
  name: `items.${name}`,
  family: "item",
  method,
  path: `/es/2.0/items/${path}`,
  perSecond,
  answer,
});

const navigation = (name: string, path: string, answer: Route["answer"]): Route => ({
  name: `navigation.${name}`,
  family: "navigation",
  method: "GET",
  path: `/es/2.0/navigation/${path}`,
  perSecond: UNPUBLISHED,
  answer,
});

export const ROUTES: readonly Route[] = [
  order("searchOrder", searchOrder),
  order("getOrder", getOrder),
  order("confirmOrder", confirmOrder, WRITES),
  order("updateOrderShipping", updateOrderShipping, WRITES),
  order("updateOrderShippingAsync", updateOrderShippingAsync, WRITES),
  order("getResultUpdateOrderShippingAsync", getResultUpdateOrderShippingAsync),
  order("getSubStatusList", getSubStatusList),
  order("updateOrderMemo", updateOrderMemo, WRITES),
  order("cancelOrder", cancelOrder, WRITES),
  item("search", "GET", "search", 5, itemsSearch),
  item("get", "GET", "manage-numbers/{manageNumber}", 5, itemsGet),
  item("bulk.get", "POST", "bulk-get", 1, itemsBulkGet),
  ...inventories("2.0"),
  ...inventories("2.1"),
  {
    name: "inventories.variant-lists",
    family: "inventory",
    method: "GET",
    path: "/es/2.1/inventories/variant-lists/manage-numbers/{manageNumber}",
    perSecond: 1,
    answer: variantList,
  },
  navigation("version", "version", navigationVersion),
  navigation("genres.get", "genres/{genreId}", genre),
  navigation("genres.attributes.get", "genres/{genreId}/attributes", genreAttributes),
  navigation("genres.attributes.get", "genres/{genreId}/attributes/{attributeId}", genreAttributes),
  navigation(
    "genres.attributes.dictionaryValues.get",
    "genres/{genreId}/attributes/{attributeId}/dictionaryValues",
    dictionaryValues,
  ),
  {
    name: "license.expiryDate.get",
    family: "license",
    method: "GET",
    path: "/es/1.0/license-management/license-key/expiry-date",
    perSecond: UNPUBLISHED,
    answer: licenseExpiryDate,
  },
];

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** The functions at a path, one per method. Order paths work with and without a slash at the end. */
export function routesAt(path: string): readonly Match[] {
  const plain = path.startsWith("/es/2.0/order/") ? path.replace(/\/$/, "") : path;
  return PATTERNS.flatMap(({ route, pattern }) => {
    const match = pattern.exec(plain);
    return match ? [{ route, params: decoded(match.groups ?? {}) }] : [];
  });
}

const decoded = (groups: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
