import type { Item } from "../shop/item.ts";
import { type Genre, isFood } from "./genres.ts";
import type { Random } from "./random.ts";
import { drawSelectors, drawVariants } from "./variants.ts";

const number4 = (index: number) => String(index + 1).padStart(4, "0");

/** Numbers that a spreadsheet would spoil: leading zeros, exponents, dates and signs. */
const AWKWARD_MANAGE_NUMBERS = ["007-mihon", "-kakuu", "1e5", "1-2", "000123"] as const;
const AWKWARD_ITEM_NUMBERS = ["00420", "=A1", "+8100", "@0001", "1/2", "-5"] as const;

const ITEM_TYPES: readonly [number, Item["itemType"]][] = [
  [92, "NORMAL"],
  [5, "PRE_ORDER"],
  [3, "BUYING_CLUB"],
];

const GIFT_WRAPPING = {
  displayName: "ギフト包装",
  inputType: "SINGLE_SELECTION",
  required: true,
  selections: [{ displayValue: "希望する" }, { displayValue: "希望しない" }],
};

const BUYING_CLUB = {
  numberOfDeliveries: 2,
  displayItems: true,
  items: ["1回目 見本", "2回目 見本"],
  shippingDateFlag: true,
  shippingIntervalFlag: false,
};

const PLAIN_LAYOUT = {
  itemLayoutId: 1,
  navigationId: 0,
  layoutSequenceId: 0,
  smallDescriptionId: 0,
  largeDescriptionId: 0,
  showcaseId: 0,
};

/** An item as it would be registered: all of it drawn, in one order, so that a seed gives the same shop for good. */
export function drawItem(
  draw: Random,
  index: number,
  genre: Genre,
  room: number,
  times: { readonly created: string; readonly updated: string },
): Item {
  const awkward = AWKWARD_MANAGE_NUMBERS[index];
  const manageNumber = awkward ?? `mihon-${number4(index)}`;
  const single = room < 2 || draw.chance(0.6);
  const selectors = single ? [] : drawSelectors(draw);
  const itemType = draw.weighted(ITEM_TYPES);
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
    ...(draw.chance(0.3) && { customizationOptions: [GIFT_WRAPPING] }),
    ...(draw.chance(0.1) && { purchasablePeriod: { start: times.created, end: "2030-12-31T23:59:59+09:00" } }),
    ...(subscribed && { subscription: { shippingDateFlag: true, shippingIntervalFlag: true } }),
    ...(itemType === "BUYING_CLUB" && { buyingClub: BUYING_CLUB }),
    features: drawFeatures(draw, itemType, subscribed),
    ...(draw.chance(0.02) && { accessControl: { accessPassword: "mihon" } }),
    payment: drawPayment(draw, genre),
    ...(draw.chance(0.1) && {
      pointCampaign: {
        applicablePeriod: { start: times.created, end: "9999-12-31T23:59:59+09:00" },
        benefits: { pointRate: 5 },
        optimization: { maxPointRate: 10 },
      },
    }),
    itemDisplaySequence: draw.chance(0.2) ? draw.int(1, 9999) : 999_999_999,
    layout: PLAIN_LAYOUT,
    ...(selectors.length > 0 && { variantSelectors: selectors }),
    variants: drawVariants(draw, { manageNumber, genre, itemType, subscribed }, number4(index), selectors, room),
    ...times,
  };
}

const drawFeatures = (draw: Random, itemType: Item["itemType"], subscribed: boolean): Item["features"] => ({
  searchVisibility: draw.chance(0.95) ? "ALWAYS_VISIBLE" : "ALWAYS_HIDDEN",
  displayNormalCartButton: itemType !== "BUYING_CLUB",
  displaySubscriptionCartButton: subscribed || itemType === "BUYING_CLUB",
  inventoryDisplay: "DISPLAY_LOW_STOCK",
  lowStockThreshold: 5,
  shopContact: true,
  review: "SHOP_SETTING",
  displayManufacturerContents: false,
  socialGiftFlag: draw.chance(0.1),
});

const drawPayment = (draw: Random, genre: Genre) => ({
  taxIncluded: draw.chance(0.8),
  ...(isFood(genre) ? { taxRate: "0.08" } : draw.chance(0.7) && { taxRate: "0.1" }),
  cashOnDeliveryFeeIncluded: draw.chance(0.1),
});
