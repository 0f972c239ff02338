import fc from "fast-check";
import { expect, test } from "vitest";
import { orderMoney } from "../../../workbench/rms/shop/money.ts";
import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import { progressOf } from "../../../workbench/rms/shop/search-keys.ts";
import { progressAt } from "../../../workbench/rms/shop/timeline.ts";
import { HOUR, type Json, NOON, openSandbox } from "./open-sandbox.ts";

const orders = (seed: number | string, count = 3000): readonly ShopOrder[] =>
  openSandbox({ seed, orders: count, skus: 300 }).shop.orders();
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

test("the same seed makes the same shop, another seed another", () => {
  expect(orders(7, 200)).toEqual(orders(7, 200));
  expect(orders(7, 200)).not.toEqual(orders(8, 200));
});

test("a larger shop of the same seed keeps the people of the smaller one", () => {
  const people = (count: number) =>
    orders(7, count)
      .slice(0, 50)
      .map(({ orderer }) => orderer);
  expect(people(100)).toEqual(people(200));
});

test("every case that the product must handle occurs in a shop of 3,000 orders", () => {
  const sandbox = openSandbox({ orders: 3000, skus: 300 });
  const all = sandbox.shop.orders();
  const packages = all.flatMap((order) => order.packages);
  const lines = packages.flatMap((each) => each.lines);
  const texts = (values: readonly (string | null | undefined)[], pattern: RegExp) =>
    values.some((text) => text && pattern.test(text));

  expect(distinct(all.map(({ orderNumber }) => sandbox.shop.progress(orderNumber))).sort()).toEqual([
    100, 200, 300, 400, 500, 600, 700, 800, 900,
  ]);
  expect(distinct(all.map(({ settlementMethodCode }) => settlementMethodCode)).length).toBe(16);
  expect(distinct(all.map(({ deliveryName }) => deliveryName)).length).toBeGreaterThanOrEqual(11);
  expect(distinct(all.map(({ orderType }) => orderType)).sort()).toEqual([1, 4, 5, 6]);
  expect(distinct(all.map(({ packages: { length } }) => length)).sort()).toEqual([1, 2, 3]);
  expect(distinct(all.map(({ shippingTerm }) => shippingTerm)).length).toBeGreaterThanOrEqual(9);
  expect(distinct(all.map(({ wrappings: { length } }) => length)).sort()).toEqual([0, 1, 2]);
  expect(distinct(all.map(({ cautionDisplayType }) => cautionDisplayType)).sort()).toEqual([0, 1, 2]);
  expect(distinct(all.map(({ cautionDisplayDetailType }) => cautionDisplayDetailType)).length).toBe(6);
  const present = {
    楽天確認中: all.some(({ flags }) => flags.rakutenConfirming),
    "requested date": all.some(({ deliveryDate }) => deliveryDate !== null),
    gift: all.some(({ giftCheck }) => giftCheck),
    coupon: all.some(({ coupons }) => coupons.length > 0),
    points: all.some(({ usedPoint }) => usedPoint > 0),
    最強翌日配送: all.some(({ flags }) => flags.deliveryCertPrg),
    "line break": texts(
      all.map(({ remarks }) => remarks),
      /要望:\]\n[^\n]+\n+[^\n]/,
    ),
    emoji: texts(
      all.map(({ remarks }) => remarks),
      /\p{Emoji_Presentation}/u,
    ),
    "leading = + - @ in remarks": ["=", "\\+", "-", "@"].every((sign) =>
      texts(
        all.map(({ remarks }) => remarks),
        new RegExp(`\n${sign}`),
      ),
    ),
    "leading = + - @ in names": ["=", "\\+", "-", "@"].every((sign) =>
      texts(
        packages.map(({ sender }) => sender.familyName),
        new RegExp(`^${sign}`),
      ),
    ),
    "leading zeros in SKU codes": texts(
      lines.map(({ sku }) => sku?.merchantDefinedSkuId),
      /^0\d/,
    ),
    "formula in SKU codes": texts(
      lines.map(({ sku }) => sku?.merchantDefinedSkuId),
      /^[=+@-]/,
    ),
    "formula or zeros in item numbers": texts(
      lines.map(({ itemNumber }) => itemNumber),
      /^[=0+@-]/,
    ),
    "no item number": lines.some(({ itemNumber }) => itemNumber === null),
    noshi: packages.some(({ noshi }) => noshi !== null),
    unfixed: packages.some(({ postage }) => postage === null),
    "social gift waiting": packages.some(({ socialGift }) => socialGift?.completed === null),
    置き配: packages.some(({ dropOffLocation }) => dropOffLocation !== null),
    island: packages.some(({ isolatedIsland }) => isolatedIsland),
    "before SKU migration": lines.some(({ sku }) => sku === null),
    コンビニ受取: packages.some(({ cvs }) => cvs !== null),
    代引料: packages.some(({ codFee }) => codFee > 0),
    送料込: lines.some(({ includePostage }) => includePostage),
    "two tax rates in one order": all.some((order) => orderMoney(order).taxSummaries.length > 1),
  };
  expect(Object.entries(present).filter(([, met]) => !met)).toEqual([]);
});

test("every part that few items have occurs in a shop of 300 SKUs, and search and get agree on it", () => {
  const sandbox = openSandbox({ skus: 300 });
  const items = sandbox.shop.items().map(({ item }) => item);
  const having = {
    video: items.find(({ video }) => video !== undefined),
    precautions: items.find(({ precautions }) => precautions !== undefined),
    articleNumberForSet: items.find(({ variants }) => Object.values(variants)[0]?.articleNumberForSet !== undefined),
  };
  for (const [part, item] of Object.entries(having)) {
    const got = sandbox.call(`/es/2.0/items/manage-numbers/${item?.manageNumber}`).json;
    const found = sandbox.call(`/es/2.0/items/search?manageNumber=${item?.manageNumber}`).json.results[0].item;
    expect(JSON.stringify(got)).toContain(`"${part}"`);
    expect(found).toEqual(got);
  }
});

test("the parts of a set have numbers of their own, and the set is exempt from one", () => {
  const { shop } = openSandbox({ skus: 300 });
  const sets = shop
    .items()
    .flatMap(({ item }) => Object.values(item.variants))
    .filter(({ articleNumberForSet }) => articleNumberForSet !== undefined);
  expect(sets.length).toBeGreaterThan(0);
  for (const { articleNumber, articleNumberForSet } of sets) {
    expect(articleNumber).toEqual({ exemptionReason: 1 });
    for (const part of articleNumberForSet ?? []) expect(part).toMatch(/^\d{13}$/);
  }
});

test("a shop that sets its carriers at purchase has a record with the carrier alone for every destination to be shipped", () => {
  const { shop } = openSandbox({ orders: 300, carrierAtPurchase: true });
  shop.receive(3);
  shop.add({ packages: [{ defaultDeliveryCompanyCode: "1002" }, {}] });
  const plain = openSandbox({ orders: 300 }).shop;
  const waiting = shop.orders().filter(({ timeline }) => timeline.shipped === null);
  for (const { defaultDeliveryCompanyCode, shippings } of waiting.flatMap(({ packages }) => packages)) {
    const deliveryCompany = defaultDeliveryCompanyCode;
    expect(shippings).toMatchObject([{ deliveryCompany, shippingNumber: null, shippingDate: null }]);
  }
  const unlike = (order: ShopOrder) => ({
    ...order,
    packages: order.packages.map((each) => ({ ...each, shippings: [] })),
  });
  expect(shop.orders().slice(0, 300).map(unlike)).toEqual(plain.orders().map(unlike));
});

test("an order with unfixed amounts waits at 100 until the shop has fixed them", () => {
  const sandbox = openSandbox({ orders: 1000, days: 10 });
  const unfixed = sandbox.shop.orders().filter(({ packages }) => packages.some(({ postage }) => postage === null));
  sandbox.clock.forward(10 * 24 * HOUR);
  expect(distinct(unfixed.map(({ orderNumber }) => sandbox.shop.progress(orderNumber)))).toEqual([100]);
});

test("a scan for searches sees the progress that the order itself shows, at any time", () => {
  const sandbox = openSandbox({ orders: 300, days: 6 });
  fc.assert(
    fc.property(fc.integer({ min: -6 * 86_400, max: 6 * 86_400 }), (offset) => {
      const now = NOON.getTime() + offset * 1000;
      for (const keys of sandbox.shop.state.book.keys()) {
        expect(progressOf(keys, now / 1000)).toBe(progressAt(keys.order.timeline, now));
      }
    }),
    { numRuns: 30 },
  );
});

test("payment method 14 bears its former name on orders from before 2026-01-22", () => {
  const name = (ordered: string) => {
    const sandbox = openSandbox();
    const { orderNumber } = sandbox.shop.add({ ordered, settlementMethodCode: 14 });
    return sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 }).json.OrderModelList[0]
      .SettlementModel;
  };
  expect(name("2026-01-21T23:59:59+0900").settlementMethod).toBe("ローソン、郵便局ATM等（前払）");
  expect(name("2026-01-22T00:00:00+0900").settlementMethod).toBe("ファミリーマート、ローソン等（前払）");
});

test("orders lie within the days before the opening and no number comes twice", () => {
  const sandbox = openSandbox({ orders: 1000, days: 10 });
  const all = sandbox.shop.orders();
  const [first, last] = [all[0]!.timeline.ordered, all.at(-1)!.timeline.ordered];
  expect(first).toBeGreaterThanOrEqual(sandbox.clock.now.getTime() - 10 * 86_400_000);
  expect(last).toBeLessThanOrEqual(sandbox.clock.now.getTime());
  expect(distinct(all.map(({ orderNumber }) => orderNumber))).toHaveLength(1000);
  expect(
    distinct(all.flatMap(({ packages }) => packages.flatMap((each) => each.lines.map((line) => line.itemDetailId))))
      .length,
  ).toBe(all.flatMap(({ packages }) => packages.flatMap((each) => each.lines)).length);
  for (const { orderNumber } of all) expect(orderNumber).toMatch(/^\d{6}-\d{8}-\d{10}$/);
});

test("what orders sell is in the catalogue, with stock", () => {
  const sandbox = openSandbox({ orders: 500, skus: 100 });
  for (const { manageNumber, sku } of sandbox.shop
    .orders()
    .flatMap(({ packages }) => packages.flatMap((each) => each.lines))) {
    const entry = sandbox.shop.state.entries.get(manageNumber)!;
    if (sku) expect(entry.item.variants).toHaveProperty([sku.variantId]);
    if (sku) expect(sandbox.shop.stock(manageNumber, sku.variantId)).toBeDefined();
  }
});

test("for any seed the sums of every order add up", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), (seed) => {
      const sandbox = openSandbox({ seed, orders: 30, skus: 30 });
      const numbers = sandbox.shop.orders().map(({ orderNumber }) => orderNumber);
      for (const order of sandbox.order("getOrder", { orderNumberList: numbers, version: 10 }).json.OrderModelList)
        checkSums(order);
    }),
    { numRuns: 30 },
  );
});

function checkSums(order: Json): void {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  if (order.totalPrice === -9999) {
    expect([order.requestPrice, order.postagePrice]).toEqual([-9999, -9999]);
    return;
  }
  const lines = order.PackageModelList.flatMap((each: Json) => each.ItemModelList);
  const wrapping = (order.WrappingModel1?.price ?? 0) + (order.WrappingModel2?.price ?? 0);
  const taxed = sum(lines.map((line: Json) => line.priceTaxIncl * line.units));
  const {
    totalPrice,
    paymentCharge,
    additionalFeeOccurAmountToUser: fee,
    couponAllTotalPrice: coupons,
    PointModel,
  } = order;
  expect(totalPrice).toBe(taxed + order.postagePrice + wrapping);
  expect(order.requestPrice).toBe(totalPrice + paymentCharge + fee - coupons - PointModel.usedPoint);
  expect(order.requestPrice).toBeGreaterThanOrEqual(0);
  expect(sum(order.TaxSummaryModelList.map((each: Json) => each.totalPrice))).toBe(totalPrice);
  expect(sum(order.TaxSummaryModelList.map((each: Json) => each.reqPrice))).toBe(totalPrice + paymentCharge - coupons);
  expect(order.couponShopPrice + order.couponOtherPrice).toBe(coupons);
}
