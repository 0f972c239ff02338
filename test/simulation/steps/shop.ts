import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import type { LineSpec, OrderSpec } from "../../../workbench/rms/shop/order-builder.ts";
import type { World } from "../world.ts";
import { ADDRESSES, METHODS, PAYMENT_CODES } from "./masters.ts";
import { goodsLine, MANY, sell, setShopStock } from "./sales.ts";
import { SET_CODES } from "./sets.ts";
import type { Step } from "./step.ts";

/** A step on one order of the shop that stands at one of these progresses. */
const onOrder = (
  name: string,
  weight: number,
  progresses: readonly number[],
  act: (world: World, order: ShopOrder) => string,
): Step => ({
  name,
  by: "shop",
  weight,
  act(world) {
    const { shop, dice } = world;
    const candidates = shop.orders().filter(({ orderNumber }) => progresses.includes(shop.progress(orderNumber)));
    if (candidates.length === 0) return undefined;
    const order = dice.pick(candidates);
    return `shop: ${order.orderNumber} ${act(world, order)}`;
  },
});

export const newOrder: Step = {
  name: "a new order",
  by: "shop",
  weight: 5,
  act(world) {
    if (world.shop.orders().length >= MANY) return undefined;
    const order = placeOrder(world);
    return `shop: ${order.orderNumber} is placed, ${world.shop.progress(order.orderNumber)}, ${order.packages.length} destinations`;
  },
};

/** Mostly awaiting shipment; with several destinations, several lines, goods that no page has (any more), and words that a spreadsheet might misread. */
export function placeOrder(world: World): ShopOrder {
  const { shop, dice } = world;
  const line = () => ({
    units: dice.int(1, 5),
    price: dice.int(1, 50) * 100,
    ...(dice.chance(0.6) ? goodsLine(world) : {}),
    ...(dice.chance(0.3) ? { selectedChoice: "色:赤\nサイズ:=L" } : {}),
    ...(dice.chance(0.15) ? { sku: null } : {}),
    ...(dice.chance(0.15) ? setLine(dice.pick(SET_CODES)) : {}),
  });
  const destination = () => ({
    isolatedIsland: dice.chance(0.1),
    defaultDeliveryCompanyCode: dice.pick(["1001", "1001", "1002", "1000"]),
    sender: {
      ...dice.pick(ADDRESSES),
      subAddress: world.token("見本町"),
      firstName: dice.pick(["太郎", "007", "=1+1", "花子"]),
    },
    lines: Array.from({ length: dice.int(1, 3) }, line),
    ...(dice.chance(0.2) ? { noshi: "御中元" } : {}),
    ...(dice.chance(0.1) ? { postage: null } : {}),
    ...(dice.chance(0.1) ? { socialGift: {} } : {}),
  });
  const spec: OrderSpec = {
    progress: dice.weighted([
      [7, 300],
      [2, 100],
      [1, 200],
    ] as const),
    settlementMethodCode: dice.pick([1, ...PAYMENT_CODES]),
    ordered: new Date(shop.now() - dice.int(31, 22 * 24 * 60) * 60_000),
    deliveryName: dice.weighted([
      [6, METHODS[0]],
      [2, METHODS[1]],
      [1, METHODS[2]],
    ] as const),
    deliveryDate: dice.chance(0.3) ? "2026-11-28" : null,
    shippingTerm: dice.pick([null, 0, 1, 2, 9, 1416]),
    remarks: dice.pick([
      ...[null, '=IMPORTDATA("x")', "+81 000\r\n-5", "@home 007 🎁", " 前後の空白 "],
      "[配送日時指定:]\r\n=午前中に\r\n[ギフトメッセージ:]\r\n@おめでとう\r\n[備考:]\r\n玄関先へ",
    ]),
    giftCheck: dice.chance(0.2),
    wrappings: dice.chance(0.15) ? [{ title: 1, name: "青い紙", price: 100 }] : [],
    packages: Array.from(
      {
        length: dice.weighted([
          [8, 1],
          [2, 2],
        ] as const),
      },
      destination,
    ),
  };
  return shop.add(spec);
}

/** A set has the same name by either 商品コード, and no page of its own among the shop's goods. */
const setLine = (code: string): LineSpec => ({
  manageNumber: code,
  sku: { variantId: "set", merchantDefinedSkuId: code, skuInfo: null },
});

const changeAddress = onOrder("an address changes", 3, [100, 200, 300], (world, { orderNumber, packages }) => {
  const { basketId } = world.dice.pick(packages);
  world.shop.change(orderNumber, { basketId, address: { subAddress: world.token("転居町") } });
  return `gets another address at ${basketId}`;
});

const changeUnits = onOrder("a quantity changes", 2, [100, 200, 300], (world, { orderNumber }) => {
  world.shop.change(orderNumber, { units: world.dice.int(6, 20), remarks: world.token("伝言") });
  return "gets other quantities and remarks";
});

const tellAddress = onOrder("a receiver tells the address", 2, [100, 200, 300], (world, { orderNumber }) => {
  world.shop.change(orderNumber, (order) => ({
    ...order,
    packages: order.packages.map((each) => ({
      ...each,
      socialGift: each.socialGift === null ? null : { ...each.socialGift, completed: world.shop.now() },
    })),
  }));
  return "awaits no address any more";
});

const dropLine = onOrder("a line is taken out", 1, [300], (world, order) => {
  const [first, ...others] = order.packages;
  if (first === undefined || first.lines.length < 2) return "would lose a line, but has just one";
  world.shop.change(order.orderNumber, { packages: [{ ...first, lines: first.lines.slice(1) }, ...others] });
  return "loses its first line";
});

const dropDestination = onOrder("a destination is taken out", 1, [300], (world, order) => {
  if (order.packages.length < 2) return "would lose a destination, but has just one";
  world.shop.change(order.orderNumber, { packages: order.packages.slice(1) });
  return "loses its first destination";
});

const addDestination = onOrder("a destination is added", 1, [300], (world, order) => {
  const [more] = world.shop.order({ packages: [{ sender: { subAddress: world.token("追加町") } }] }).packages;
  world.shop.change(order.orderNumber, { packages: [...order.packages, ...(more === undefined ? [] : [more])] });
  return "gets one more destination";
});

const writeMemo = onOrder("the shop writes of an order in RMS", 1, [100, 200, 300], (world, { orderNumber, memo }) => {
  world.shop.change(orderNumber, { memo: memo === null ? world.token("=伝言") : null });
  return "gets or loses a memo";
});

const warn = onOrder("Rakuten warns of an order", 1, [100, 200, 300], (world, { orderNumber, cautionDisplayType }) => {
  const cautionDisplayDetailType = cautionDisplayType === 0 ? world.dice.int(101, 105) : null;
  world.shop.change(orderNumber, { cautionDisplayType: cautionDisplayType === 0 ? 1 : 0, cautionDisplayDetailType });
  return "is warned of, or no longer";
});

/** The order stays where it is: RMS closes it the next day. */
const shipInRms = onOrder("a parcel is shipped in RMS", 1, [300], (world, { orderNumber, packages }) => {
  const { basketId } = world.dice.pick(packages);
  const record = { shippingDetailId: world.shop.nextId(), deliveryCompany: "1001" };
  const [shippingNumber, shippingDate] = world.dice.chance(0.6) ? [world.token("4000"), "2026-11-24"] : [null, null];
  world.shop.change(orderNumber, (order) => ({
    ...order,
    packages: order.packages.map((each) =>
      each.basketId === basketId
        ? { ...each, shippings: [...each.shippings, { ...record, shippingNumber, shippingDate }] }
        : each,
    ),
  }));
  return `gets a record in RMS at ${basketId}`;
});

const advance = onOrder("an order moves on", 3, [100, 200], (world, { orderNumber }) => {
  const progress = world.shop.progress(orderNumber) === 100 ? 200 : 300;
  world.shop.setProgress(orderNumber, progress);
  return `moves on to ${progress}`;
});

const hold = onOrder("a change awaits its decision", 1, [300], (world, { orderNumber }) => {
  world.shop.setProgress(orderNumber, 400);
  return "waits at 400";
});

const release = onOrder("a change is decided", 2, [400], (world, { orderNumber }) => {
  world.shop.setProgress(orderNumber, 300);
  return "is back at 300";
});

export const cancel = onOrder("an order is cancelled", 2, [100, 200, 300, 400], (world, { orderNumber }) => {
  const progress = world.dice.pick([800, 900] as const);
  world.shop.cancel(orderNumber, { progress });
  return `is cancelled (${progress})`;
});

export const restore = onOrder("a cancellation is withdrawn", 1, [800], (world, { orderNumber }) => {
  world.shop.setProgress(orderNumber, 300);
  return "is cancelled no more (300)";
});

const ship = onOrder("an order is shipped", 2, [300], (world, { orderNumber }) => {
  world.shop.ship(orderNumber);
  return "is shipped";
});

const vanish = onOrder("an order vanishes", 0.3, [300], (world, { orderNumber }) => {
  world.shop.remove(orderNumber);
  return "vanishes from RMS";
});

export const shopSteps: readonly Step[] = [
  ...[newOrder, sell, setShopStock],
  ...[changeAddress, tellAddress, changeUnits, dropLine, dropDestination, addDestination],
  ...[writeMemo, warn, shipInRms],
  ...[advance, hold, release, cancel, restore, ship, vanish],
];
