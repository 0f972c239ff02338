import type { CatalogueEntry, Item, Variant } from "../shop/item.ts";
import { DAY, itemTime, parseDate } from "../shop/jst.ts";
import { refuse } from "./answers.ts";
import { type Answer, type Call, ok } from "./call.ts";

/** A deleted item may show, under its manageNumber alone, for a day. */
const INDEX_MEMORY = DAY;

type Test = (entry: CatalogueEntry, call: Call) => boolean;
type Parameter = (value: string, name: string) => Test;

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

const text =
  (read: (item: Item) => readonly (string | undefined)[]): Parameter =>
  (value) =>
  ({ item }) =>
    read(item).some((part) => part?.includes(value) === true);

const variants = (item: Item): Variant[] => Object.values(item.variants);

const bool =
  (read: Test): Parameter =>
  (value, name) => {
    if (value !== "true" && value !== "false") refuse("IE0002", `${name} has an invalid value : ${value}.`);
    return (entry, call) => read(entry, call) === (value === "true");
  };

const number =
  (low: number, high: number, test: (entry: CatalogueEntry, value: number) => boolean): Parameter =>
  (value, name) => {
    if (!/^-?\d{1,12}(\.\d+)?$/.test(value)) refuse("IE0002", `${name} has an invalid value : ${value}.`);
    if (Number(value) < low || Number(value) > high) refuse("IE0003", `${name} must be between ${low} and ${high}.`);
    return (entry) => test(entry, Number(value));
  };

/** A day in Japan; "To" reaches to its last millisecond. */
const day =
  (end: "From" | "To", read: (item: Item) => string | undefined): Parameter =>
  (value, name) => {
    const instant = parseDate(value);
    if (instant === undefined) return refuse("IE0002", `${name} has an invalid value : ${value}.`);
    return ({ item }) => {
      const at = read(item);
      return at !== undefined && (end === "From" ? Date.parse(at) >= instant : Date.parse(at) < instant + DAY);
    };
  };

const days = (name: string, read: (item: Item, end: "start" | "end") => string | undefined): [string, Parameter][] => [
  [`${name}From`, day("From", (item) => read(item, "start"))],
  [`${name}To`, day("To", (item) => read(item, "end"))],
];

const MAX_PRICE = 999_999_999;
const prices = (name: string, read: (variant: Variant) => string | undefined): [string, Parameter][] => [
  [
    `${name}From`,
    number(0, MAX_PRICE, ({ item }, value) => variants(item).some((each) => Number(read(each) ?? -1) >= value)),
  ],
  [
    `${name}To`,
    number(0, MAX_PRICE, ({ item }, value) =>
      variants(item).some((each) => Number(read(each) ?? MAX_PRICE + 1) <= value),
    ),
  ],
];

const stocks = ({ item }: CatalogueEntry, { shop }: Call): number[] =>
  Object.keys(item.variants).map((variantId) => shop.stock(item.manageNumber, variantId)?.quantity ?? 0);

const ITEM_TYPES = ["NORMAL", "PRE_ORDER", "BUYING_CLUB"];

/** Every search parameter that narrows the result. */
const PARAMETERS: ReadonlyMap<string, Parameter> = new Map<string, Parameter>([
  ["title", text(({ title }) => [title])],
  ["tagline", text(({ tagline }) => [tagline])],
  ["manageNumber", text(({ manageNumber }) => [manageNumber])],
  ["itemNumber", text(({ itemNumber }) => [itemNumber])],
  [
    "articleNumber",
    text((item) =>
      variants(item).map(({ articleNumber }) => ("value" in articleNumber ? articleNumber.value : undefined)),
    ),
  ],
  ["variantId", text((item) => Object.keys(item.variants))],
  ["merchantDefinedSkuId", text((item) => variants(item).map(({ merchantDefinedSkuId }) => merchantDefinedSkuId))],
  [
    "genreId",
    (value) =>
      ({ item }) =>
        item.genreId === value,
  ],
  [
    "itemType",
    (value) => {
      if (!ITEM_TYPES.includes(value)) refuse("IE0007", "Invalid choice selected for itemType.");
      return ({ item }) => item.itemType === value;
    },
  ],
  ...prices("standardPrice", ({ standardPrice }) => standardPrice),
  ...prices("basePrice", ({ subscriptionPrice }) => subscriptionPrice?.basePrice),
  ["isVariantStockout", bool((entry, call) => stocks(entry, call).some((quantity) => quantity === 0))],
  ["isItemStockout", bool((entry, call) => stocks(entry, call).every((quantity) => quantity === 0))],
  ...days("purchasablePeriod", ({ purchasablePeriod }, end) => purchasablePeriod?.[end]),
  ...days("pointApplicablePeriod", ({ pointCampaign }, end) => pointCampaign?.applicablePeriod[end]),
  ...days("created", ({ created }) => created),
  ...days("updated", ({ updated }) => updated),
  ["isHiddenItem", bool(({ item }) => item.hideItem)],
  ["isHiddenVariant", bool(({ item }) => variants(item).some(({ hidden }) => hidden))],
  ["isSearchable", bool(({ item }) => item.features.searchVisibility === "ALWAYS_VISIBLE")],
  ["isYamiichi", bool(({ item }) => item.accessControl !== undefined)],
  ["isOptimizedPoint", bool(({ item }) => item.pointCampaign?.optimization !== undefined)],
  ["isBackOrder", bool(({ item }) => variants(item).some(({ backOrderFlag }) => backOrderFlag))],
  ["isPostageIncluded", bool(({ item }) => variants(item).some(({ shipping }) => shipping.postageIncluded))],
  ["isSubscription", bool(({ item }) => item.subscription !== undefined)],
  ["pointRate", number(1, 20, ({ item }, value) => item.pointCampaign?.benefits.pointRate === value)],
  ["maxPointRate", number(5, 20, ({ item }, value) => item.pointCampaign?.optimization?.maxPointRate === value)],
  [
    "categoryId",
    (value) =>
      ({ categoryIds }) =>
        categoryIds.includes(value),
  ],
]);

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
