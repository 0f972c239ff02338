import { type Item, SINGLE_SKU, type Variant } from "../shop/item.ts";
import type { Genre } from "./genres.ts";
import type { Random } from "./random.ts";

/** Numbers that a spreadsheet would spoil: leading zeros, exponents, dates and signs. */
const AWKWARD_SKU_CODES = ["0012", "=1+1", "+0081", "-12", "@sku", "1E10", "見本SKU📦", "3-4"] as const;
const AWKWARD_VARIANT_IDS = ["0001", "-02", "1e3", "1-4"] as const;

type Selectors = NonNullable<Item["variantSelectors"]>;

export function drawSelectors(draw: Random): Selectors {
  const values = (...names: string[]) => names.map((displayValue) => ({ displayValue }));
  const colour = { key: "color", displayName: "カラー", values: values("レッド", "ブルー", "(090)ブラック") };
  const size = { key: "size", displayName: "サイズ", values: values("S", "M", "L") };
  return draw.pick<Selectors>([[size], [colour], [colour, size]]);
}

/** What an item hands down to its SKUs. */
interface VariantItem {
  readonly manageNumber: string;
  readonly genre: Genre;
  readonly itemType: Item["itemType"];
  readonly subscribed: boolean;
}

/** At most `room` SKUs of an item, one for each choice its selectors offer. */
export function drawVariants(
  draw: Random,
  item: VariantItem,
  number: string,
  selectors: Selectors,
  room: number,
): Record<string, Variant> {
  const price = draw.int(3, 120) * 100 - draw.pick([0, 1, 20]);
  // A single SKU registered by CSV is normal-inventory, one registered on the screen bears its item's number.
  const single = draw.chance(0.5) ? SINGLE_SKU : item.manageNumber;
  const choices = combinations(selectors).slice(0, room);
  const entries = choices.map((selectorValues, position): [string, Variant] => {
    const awkward = draw.chance(0.08) ? AWKWARD_VARIANT_IDS[position] : undefined;
    const id = selectors.length === 0 ? single : (awkward ?? `sku-${number}-${position + 1}`);
    return [id, drawVariant(draw, item, `${number}${position + 1}`, price + position * 100, selectorValues)];
  });
  return Object.fromEntries(entries);
}

const combinations = (selectors: Selectors): Record<string, string>[] =>
  selectors.reduce<Record<string, string>[]>(
    (made, { key, values }) =>
      made.flatMap((each) => values.map(({ displayValue }) => ({ ...each, [key]: displayValue }))),
    [{}],
  );

function drawVariant(
  draw: Random,
  { genre, itemType, subscribed }: VariantItem,
  serial: string,
  price: number,
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
    shipping: drawShipping(draw),
    ...(draw.chance(0.1) && { specs: [{ label: "製造", value: "架空国" }] }),
    attributes: attributesOf(genre),
  };
}

const drawShipping = (draw: Random): Variant["shipping"] => ({
  ...(draw.chance(0.1) && { fee: "300" }),
  postageIncluded: draw.chance(0.3),
  ...(draw.chance(0.1) && { shopAreaSoryoPatternId: 2 }),
  ...(draw.chance(0.3) && { shippingMethodGroup: String(draw.int(1, 10)) }),
  ...(draw.chance(0.1) && { postageSegment: { local: 1, overseas: 2 }, overseasDeliveryId: 3 }),
  singleItemShipping: draw.chance(0.05) ? draw.int(1, 6) : 0,
  okihaiSetting: true,
});

const attributesOf = (genre: Genre) =>
  genre.attributes
    .filter(({ mandatory }) => mandatory)
    .map(({ nameJa, dictionary, unit }) => ({
      name: nameJa,
      values: [dictionary[0]?.nameJa ?? "500"],
      ...(unit !== null && { unit }),
    }));
