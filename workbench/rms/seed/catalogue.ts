import { type CatalogueEntry, type Item, SINGLE_SKU, type Stock, type Variant } from "../shop/item.ts";
import { DAY, itemTime } from "../shop/jst.ts";
import { type Genre, isFood, LEAF_GENRES } from "./genres.ts";
import { withRareParts } from "./item-parts.ts";
import { type Random, random } from "./random.ts";

export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly stocks: readonly Stock[];
}

/** Items with `skus` SKUs in all, and their stock; `opening` is the instant at which the shop is made. */
export function catalogue(seed: string, skus: number, opening: number): Catalogue {
  const entries: CatalogueEntry[] = [];
  const stocks: Stock[] = [];
  for (let left = skus; left > 0; ) {
    const draw = random(seed, "item", entries.length);
    const made = makeEntry(draw, entries.length, left, opening);
    const entry = { ...made, item: withRareParts(random(seed, "item-parts", entries.length), made.item) };
    entries.push(entry);
    for (const variantId of Object.keys(entry.item.variants)) {
      stocks.push(makeStock(draw, entry.item, variantId, opening));
      left--;
    }
  }
  return { entries, stocks };
}

function makeEntry(draw: Random, index: number, room: number, opening: number): CatalogueEntry {
  const genre = draw.pick(LEAF_GENRES);
  const created = opening - draw.int(30, 700) * DAY - draw.int(0, 86_399) * 1000;
  const updated = Math.min(opening, created + draw.int(0, 30) * DAY);
  return {
    item: makeItem(draw, index, genre, room, { created: itemTime(created), updated: itemTime(updated) }),
    itemId: 10_000_001 + index,
    categoryIds: [String(draw.int(1, 20)).padStart(10, "0")],
    review: { count: draw.int(0, 300), averageRating: draw.int(20, 50) / 10 },
  };
}

const number4 = (index: number) => String(index + 1).padStart(4, "0");

/** Numbers that a spreadsheet would spoil: leading zeros, exponents, dates and signs. */
const AWKWARD_MANAGE_NUMBERS = ["007-mihon", "-kakuu", "1e5", "1-2", "000123"] as const;
const AWKWARD_ITEM_NUMBERS = ["00420", "=A1", "+8100", "@0001", "1/2", "-5"] as const;
const AWKWARD_SKU_CODES = ["0012", "=1+1", "+0081", "-12", "@sku", "1E10", "見本SKU📦", "3-4"] as const;
const AWKWARD_VARIANT_IDS = ["0001", "-02", "1e3", "1-4"] as const;

function makeItem(
  draw: Random,
  index: number,
  genre: Genre,
  room: number,
  times: { readonly created: string; readonly updated: string },
): Item {
  const awkward = AWKWARD_MANAGE_NUMBERS[index];
  const manageNumber = awkward ?? `mihon-${number4(index)}`;
  const single = room < 2 || draw.chance(0.6);
  const selectors = single ? [] : makeSelectors(draw);
  const itemType = draw.weighted<Item["itemType"]>([
    [92, "NORMAL"],
    [5, "PRE_ORDER"],
    [3, "BUYING_CLUB"],
  ]);
  const subscribed = itemType === "NORMAL" && draw.chance(0.08);
  const title = `${draw.chance(0.05) ? "【=送料込】" : ""}見本堂の${genre.name} ${draw.pick(["お徳用", "ギフト箱", "訳あり", "限定版", "定番"])} No.${index + 1}`;
  return {
    manageNumber,
    itemType,
    ...(draw.chance(0.85) && {
      itemNumber: draw.chance(0.1) ? draw.pick(AWKWARD_ITEM_NUMBERS) : `MH${number4(index)}`,
    }),
    title,
    ...(draw.chance(0.7) && { tagline: "見本の店からお届けします。" }),
    ...(draw.chance(0.8) && {
      productDescription: { pc: `<b>${title}</b>`, sp: title },
      salesDescription: "架空の商品です。",
    }),
    ...(draw.chance(0.8) && { images: [{ type: "CABINET", location: `/mihon/${number4(index)}.jpg`, alt: title }] }),
    ...(draw.chance(0.3) && { whiteBgImage: { type: "GOLD", location: `/white/${number4(index)}.jpg` } }),
    ...(draw.chance(0.05) && { video: { type: "HTML", parameters: { value: "<script></script>" } } }),
    genreId: String(genre.id),
    ...(draw.chance(0.5) && { tags: [draw.int(5_000_000, 9_999_999)] }),
    hideItem: draw.chance(0.05),
    unlimitedInventoryFlag: false,
    ...(itemType === "PRE_ORDER" && { releaseDate: times.updated.slice(0, 10) }),
    ...(draw.chance(0.3) && {
      customizationOptions: [
        {
          displayName: "ギフト包装",
          inputType: "SINGLE_SELECTION",
          required: true,
          selections: [{ displayValue: "希望する" }, { displayValue: "希望しない" }],
        },
      ],
    }),
    ...(draw.chance(0.1) && { purchasablePeriod: { start: times.created, end: "2030-12-31T23:59:59+09:00" } }),
    ...(subscribed && { subscription: { shippingDateFlag: true, shippingIntervalFlag: true } }),
    ...(itemType === "BUYING_CLUB" && {
      buyingClub: {
        numberOfDeliveries: 2,
        displayItems: true,
        items: ["1回目 見本", "2回目 見本"],
        shippingDateFlag: true,
        shippingIntervalFlag: false,
      },
    }),
    features: {
      searchVisibility: draw.chance(0.95) ? "ALWAYS_VISIBLE" : "ALWAYS_HIDDEN",
      displayNormalCartButton: itemType !== "BUYING_CLUB",
      displaySubscriptionCartButton: subscribed || itemType === "BUYING_CLUB",
      inventoryDisplay: "DISPLAY_LOW_STOCK",
      lowStockThreshold: 5,
      shopContact: true,
      review: "SHOP_SETTING",
      displayManufacturerContents: false,
      socialGiftFlag: draw.chance(0.1),
    },
    ...(draw.chance(0.02) && { accessControl: { accessPassword: "mihon" } }),
    payment: {
      taxIncluded: draw.chance(0.8),
      ...(isFood(genre) ? { taxRate: "0.08" } : draw.chance(0.7) && { taxRate: "0.1" }),
      cashOnDeliveryFeeIncluded: draw.chance(0.1),
    },
    ...(draw.chance(0.1) && {
      pointCampaign: {
        applicablePeriod: { start: times.created, end: "9999-12-31T23:59:59+09:00" },
        benefits: { pointRate: 5 },
        optimization: { maxPointRate: 10 },
      },
    }),
    itemDisplaySequence: draw.chance(0.2) ? draw.int(1, 9999) : 999_999_999,
    layout: {
      itemLayoutId: 1,
      navigationId: 0,
      layoutSequenceId: 0,
      smallDescriptionId: 0,
      largeDescriptionId: 0,
      showcaseId: 0,
    },
    ...(selectors.length > 0 && { variantSelectors: selectors }),
    variants: makeVariants(draw, manageNumber, index, genre, itemType, subscribed, selectors, room),
    ...times,
  };
}

type Selectors = NonNullable<Item["variantSelectors"]>;

function makeSelectors(draw: Random): Selectors {
  const values = (...names: string[]) => names.map((displayValue) => ({ displayValue }));
  const colour = { key: "color", displayName: "カラー", values: values("レッド", "ブルー", "(090)ブラック") };
  const size = { key: "size", displayName: "サイズ", values: values("S", "M", "L") };
  return draw.pick<Selectors>([[size], [colour], [colour, size]]);
}

function makeVariants(
  draw: Random,
  manageNumber: string,
  index: number,
  genre: Genre,
  itemType: Item["itemType"],
  subscribed: boolean,
  selectors: Selectors,
  room: number,
): Record<string, Variant> {
  const price = draw.int(3, 120) * 100 - draw.pick([0, 1, 20]);
  // A single SKU registered by CSV is normal-inventory, one registered on the screen bears its item's number.
  const single = draw.chance(0.5) ? SINGLE_SKU : manageNumber;
  const choices = combinations(selectors).slice(0, room);
  const entries = choices.map((selectorValues, position): [string, Variant] => {
    const awkward = draw.chance(0.08) ? AWKWARD_VARIANT_IDS[position] : undefined;
    const id = selectors.length === 0 ? single : (awkward ?? `sku-${number4(index)}-${position + 1}`);
    return [
      id,
      makeVariant(
        draw,
        `${number4(index)}${position + 1}`,
        genre,
        price + position * 100,
        itemType,
        subscribed,
        selectorValues,
      ),
    ];
  });
  return Object.fromEntries(entries);
}

const combinations = (selectors: Selectors): Record<string, string>[] =>
  selectors.reduce<Record<string, string>[]>(
    (made, { key, values }) =>
      made.flatMap((each) => values.map(({ displayValue }) => ({ ...each, [key]: displayValue }))),
    [{}],
  );

function makeVariant(
  draw: Random,
  serial: string,
  genre: Genre,
  price: number,
  itemType: Item["itemType"],
  subscribed: boolean,
  selectorValues: Readonly<Record<string, string>>,
): Variant {
  const plan = { basePrice: String(price), individualPrices: { firstPrice: String(Math.max(1, price - 100)) } };
  return {
    ...(draw.chance(0.75) && {
      merchantDefinedSkuId: draw.chance(0.06) ? draw.pick(AWKWARD_SKU_CODES) : `00${serial}`,
    }),
    ...(Object.keys(selectorValues).length > 0 && { selectorValues }),
    ...(draw.chance(0.15) && { images: [{ type: "CABINET" as const, location: `/mihon/${serial}.jpg`, alt: "見本" }] }),
    restockOnCancel: draw.chance(0.5),
    backOrderFlag: false,
    ...(draw.chance(0.6) && { normalDeliveryDateId: draw.int(1, 5) }),
    ...(draw.chance(0.1) && { backOrderDeliveryDateId: 9 }),
    ...(draw.chance(0.2) && { orderQuantityLimit: draw.int(1, 20) }),
    ...(draw.chance(0.1) && {
      referencePrice: { displayType: "REFERENCE_PRICE", type: 1, value: String(price + 500) },
    }),
    features: { restockNotification: draw.chance(0.2), noshi: draw.chance(0.2) },
    hidden: draw.chance(0.04),
    ...(itemType !== "BUYING_CLUB" && { standardPrice: String(price) }),
    ...((subscribed || itemType === "BUYING_CLUB") && { subscriptionPrice: plan }),
    articleNumber: draw.chance(0.7)
      ? { value: `20000${serial.padStart(8, "0")}`.slice(0, 13) }
      : { exemptionReason: draw.pick([3, 5]) },
    shipping: {
      ...(draw.chance(0.1) && { fee: "300" }),
      postageIncluded: draw.chance(0.3),
      ...(draw.chance(0.1) && { shopAreaSoryoPatternId: 2 }),
      ...(draw.chance(0.3) && { shippingMethodGroup: String(draw.int(1, 10)) }),
      ...(draw.chance(0.1) && { postageSegment: { local: 1, overseas: 2 }, overseasDeliveryId: 3 }),
      singleItemShipping: draw.chance(0.05) ? draw.int(1, 6) : 0,
      okihaiSetting: true,
    },
    ...(draw.chance(0.1) && { specs: [{ label: "製造", value: "架空国" }] }),
    attributes: genre.attributes
      .filter(({ mandatory }) => mandatory)
      .map(({ nameJa, dictionary, unit }) => ({
        name: nameJa,
        values: [dictionary[0]?.nameJa ?? "500"],
        ...(unit !== null && { unit }),
      })),
  };
}

function makeStock(draw: Random, item: Item, variantId: string, opening: number): Stock {
  const created = Date.parse(item.created);
  return {
    manageNumber: item.manageNumber,
    variantId,
    quantity: draw.chance(0.1) ? 0 : draw.int(1, 500),
    ...(draw.chance(0.1) && {
      operationLeadTime: { normalDeliveryTimeId: 1, backOrderDeliveryTimeId: 2 },
      shipFromIds: [1],
    }),
    created,
    updated: Math.max(created, opening - draw.int(0, 20 * 86_400) * 1000),
  };
}
