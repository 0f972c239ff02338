import type { CatalogueEntry, Item, Variant } from "../../shop/item.ts";
import { DAY, parseDate } from "../../shop/jst.ts";
import { refuse } from "../answers.ts";
import type { Call } from "../call.ts";

export type Test = (entry: CatalogueEntry, call: Call) => boolean;
/** Reads a value or refuses it. */
type Parameter = (value: string, name: string) => Test;

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
export const PARAMETERS: ReadonlyMap<string, Parameter> = new Map<string, Parameter>([
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
