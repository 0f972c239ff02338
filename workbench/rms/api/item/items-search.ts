import type { CatalogueEntry } from "../../shop/item.ts";
import { DAY, itemTime } from "../../shop/jst.ts";
import { refuse } from "../answers.ts";
import { type Answer, type Call, ok } from "../call.ts";
import { PARAMETERS, type Test } from "./items-search-parameters.ts";

/** A deleted item may show, under its manageNumber alone, for a day. */
const INDEX_MEMORY = DAY;

/** `GET /es/2.0/items/search`: a page by offset, or the next one by cursorMark until the mark stays the same. */
export function itemsSearch(call: Call): Answer {
  const { query, now, shop, settings } = call;
  const tests = readTests(query);
  const paging = readPaging(query);
  const compare = readSort(query);
  const flags = ["isCategoryIncluded", "isReviewIncluded", "isInventoryIncluded"].map((name) => readFlag(query, name));

  const found = shop
    .items()
    .filter(({ deletedAt }) => deletedAt === undefined || deletedAt > now - INDEX_MEMORY)
    .filter(({ item }) => Date.parse(item.created) <= now - settings.itemIndexLag)
    .filter((entry) => tests.every((test) => test(entry, call)))
    .sort(paging.cursorMark === undefined ? compare : byManageNumber);
  const first = paging.cursorMark === undefined ? paging.offset : placeAfter(found, paging.cursorMark);
  const page = found.slice(first, first + paging.hits);
  return ok({
    numFound: found.length,
    offset: first,
    results: page.map((entry) => resultOf(entry, call, flags)),
    ...(paging.cursorMark !== undefined && { nextCursorMark: markOf(page) ?? paging.cursorMark }),
  });
}

const CONTROLS = [
  "sortKey",
  "sortOrder",
  "offset",
  "hits",
  "cursorMark",
  "isCategoryIncluded",
  "isReviewIncluded",
  "isInventoryIncluded",
];

function readTests(query: URLSearchParams): Test[] {
  return [...query].flatMap(([name, value]) => {
    const parameter = PARAMETERS.get(name);
    if (parameter) return [parameter(value, name)];
    return CONTROLS.includes(name) ? [] : refuse("IE1005", "Invalid request parameter.");
  });
}

function readPaging(query: URLSearchParams) {
  const cursorMark = query.get("cursorMark") ?? undefined;
  if (cursorMark !== undefined) {
    if (query.has("offset")) refuse("IE1003", "Only one of offset and cursorMark can be registered.");
    for (const name of ["sortKey", "sortOrder"]) {
      if (query.has(name)) refuse("IE1004", `When cursorMark is set, ${name} cannot be registered.`);
    }
    if (cursorMark !== "*" && unmarked(cursorMark) === undefined)
      refuse("IE0002", `cursorMark has an invalid value : ${cursorMark}.`);
  }
  return { cursorMark, hits: readNumber(query, "hits", 1, 100, 10), offset: readNumber(query, "offset", 0, 10_000, 0) };
}

function readNumber(query: URLSearchParams, name: string, low: number, high: number, otherwise: number): number {
  const value = query.get(name);
  if (value === null) return otherwise;
  if (!/^-?\d{1,9}$/.test(value)) return refuse("IE0002", `${name} has an invalid value : ${value}.`);
  if (Number(value) < low || Number(value) > high) refuse("IE0003", `${name} must be between ${low} and ${high}.`);
  return Number(value);
}

function readFlag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name) ?? "false";
  if (value !== "true" && value !== "false") refuse("IE0002", `${name} has an invalid value : ${value}.`);
  return value === "true";
}

type Compare = (one: CatalogueEntry, other: CatalogueEntry) => number;
const byManageNumber: Compare = ({ item: one }, { item: other }) =>
  one.manageNumber < other.manageNumber ? -1 : one.manageNumber > other.manageNumber ? 1 : 0;

const SORT_KEYS: Readonly<Record<string, (entry: CatalogueEntry) => string | number>> = {
  updated: ({ item }) => item.updated,
  created: ({ item }) => item.created,
  itemDisplaySequence: ({ item }) => item.itemDisplaySequence,
  manageNumber: ({ item }) => item.manageNumber,
  purchasablePeriodStart: ({ item }) => item.purchasablePeriod?.start ?? "",
  purchasablePeriodEnd: ({ item }) => item.purchasablePeriod?.end ?? "",
  pointCampaignStart: ({ item }) => item.pointCampaign?.applicablePeriod.start ?? "",
  pointCampaignEnd: ({ item }) => item.pointCampaign?.applicablePeriod.end ?? "",
  pointRate: ({ item }) => item.pointCampaign?.benefits.pointRate ?? 1,
  reviewCount: ({ review }) => review.count,
  reviewAverageRating: ({ review }) => review.averageRating,
};

function readSort(query: URLSearchParams): Compare {
  const key = SORT_KEYS[query.get("sortKey") ?? "updated"];
  if (!key) return refuse("IE0007", "Invalid choice selected for sortKey.");
  const order = query.get("sortOrder") ?? "desc";
  if (order !== "asc" && order !== "desc") refuse("IE0007", "Invalid choice selected for sortOrder.");
  const sign = order === "asc" ? 1 : -1;
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    return a < b ? -sign : a > b ? sign : byManageNumber(one, other);
  };
}

/** The mark names the last item that was given out, so that items coming and going between pages move nothing. */
const markOf = (page: readonly CatalogueEntry[]): string | undefined => {
  const last = page.at(-1);
  return last && Buffer.from(`after:${last.item.manageNumber}`).toString("base64url");
};

const unmarked = (mark: string): string | undefined =>
  /^after:(.*)$/.exec(Buffer.from(mark, "base64url").toString("utf8"))?.[1];

function placeAfter(found: readonly CatalogueEntry[], mark: string): number {
  const last = mark === "*" ? undefined : unmarked(mark);
  if (last === undefined) return 0;
  const at = found.findIndex(({ item }) => item.manageNumber > last);
  return at < 0 ? found.length : at;
}

function resultOf(
  entry: CatalogueEntry,
  { shop }: Call,
  [category, review, inventory]: readonly (boolean | undefined)[],
): object {
  const { item, categoryIds, deletedAt } = entry;
  if (deletedAt !== undefined) return { item: { manageNumber: item.manageNumber } };
  const stocks = Object.keys(item.variants).flatMap((variantId) => shop.stock(item.manageNumber, variantId) ?? []);
  const set = stocks.filter(({ operationLeadTime, shipFromIds }) => operationLeadTime || shipFromIds);
  return {
    item,
    ...(category && { category: { categoryIds } }),
    ...(review && { review: entry.review }),
    ...(inventory &&
      set.length > 0 && {
        inventory: {
          ...Object.fromEntries(
            set.map(({ variantId, operationLeadTime, shipFromIds }) => [variantId, { operationLeadTime, shipFromIds }]),
          ),
          created: itemTime(Math.min(...set.map(({ created }) => created))),
          updated: itemTime(Math.max(...set.map(({ updated }) => updated))),
        },
      }),
  };
}
