import { expect, test } from "vitest";
import { fetchOrders, fetchSoldOrders } from "../../../src/rms/order/orders.ts";
import type { Order, SoldOrder } from "../../../src/shop/order.ts";
import { openRms } from "../../support/rms-port.ts";

/** What the whole order says of the same. */
const soldOf = ({ number, progress, payment, packages }: Order): SoldOrder => ({
  number,
  progress,
  payment: { code: payment.code },
  packages: packages.map(({ basketId, lines }) => ({
    basketId,
    lines: lines.map(({ manageNumber, itemNumber, variantId, merchantSkuId, units }) => ({
      manageNumber,
      itemNumber,
      variantId,
      merchantSkuId,
      units,
    })),
  })),
});

test("of any order of a shop, what it takes from the stock is what the whole order says of it", () => {
  const { rms, shop } = openRms({ orders: 100 });
  shop.add({ lines: [{ sku: null }] });
  const numbers = shop.orders().map(({ orderNumber }) => orderNumber);
  for (let from = 0; from < numbers.length; from += 100) {
    const some = numbers.slice(from, from + 100);
    expect(fetchSoldOrders(rms, some).orders).toEqual(fetchOrders(rms, some).orders.map(soldOf));
  }
});

test("an order counts though its day cannot be read, and does not where its goods cannot", () => {
  const { rms, shop, faults } = openRms();
  const { orderNumber } = shop.add({});
  faults.next("getOrder", { corrupt: { "OrderModelList.0.orderDatetime": "?" } });
  expect(fetchSoldOrders(rms, [orderNumber])).toMatchObject({ orders: [{ number: orderNumber }], faults: [] });
  faults.next("getOrder", { corrupt: { "OrderModelList.0.PackageModelList": "?" } });
  expect(fetchSoldOrders(rms, [orderNumber])).toMatchObject({
    orders: [],
    faults: [{ subject: orderNumber, progress: 300, reason: expect.stringContaining("PackageModelList") }],
  });
});
