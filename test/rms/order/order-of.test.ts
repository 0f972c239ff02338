import { expect, test } from "vitest";
import type { RowFault } from "../../../src/core/problem.ts";
import { fetchOrders } from "../../../src/rms/order/orders.ts";
import type { Order } from "../../../src/shop/order.ts";
import type { Shop } from "../../../workbench/rms/shop/shop.ts";
import { store } from "../../support/order.ts";
import { openRms } from "../../support/rms-port.ts";

const A = "123456-20261123-0000000001";
type Spec = Parameters<Shop["add"]>[0];

/** What the client makes of one order of the shop. */
function read(given: Spec): Order | RowFault {
  const { rms, shop } = openRms();
  shop.add({ orderNumber: A, ...given });
  const { orders, faults } = fetchOrders(rms, [A]);
  return [...orders, ...faults][0] as Order | RowFault;
}

test("an order that is picked up at a store goes to the store, for its receiver", () => {
  expect(read({ deliveryName: "コンビニ受取", packages: [{ cvs: store }] })).toMatchObject({
    packages: [
      {
        dropOff: "店舗受取",
        addressee: {
          name: "見本 太郎",
          phone: "000-0000-0000",
          postcode: "100-0001",
          prefecture: "東京都",
          city: "",
          street: "架空区店前町9 ローソン 架空店 店舗コード012345",
        },
      },
    ],
  });
});

test.each([
  [50, "ローソン架空店", "架空区店前町9 ローソン架空店 店舗コード012345"],
  [60, "架空郵便局", "架空区店前町9 架空郵便局 店舗コード012345"],
  [99, "架空店", "架空区店前町9 架空店 店舗コード012345"],
])("the chain %i is named once with %s", (cvsCode, storeName, street) => {
  expect(read({ packages: [{ cvs: { ...store, cvsCode, storeName } }] })).toMatchObject({
    packages: [{ addressee: { street } }],
  });
});

test("a store without an address is no place to send a parcel to", () => {
  expect(read({ packages: [{ cvs: { ...store, storeAddress: "" } }] })).toMatchObject({
    packages: [{ dropOff: "", addressee: { street: "見本町1-2-3" } }],
  });
});

test.each([
  [null, ""],
  [0, ""],
  [1, "常温"],
  [2, "冷蔵"],
  [3, "冷凍"],
  [4, ""],
])("配送区分 %j is read as the temperature %j", (deliveryClass, temperature) => {
  expect(read({ deliveryClass })).toMatchObject({ temperature });
});

test.each([
  "2026-12-24",
  "2026/12/24",
  "2026.12.24",
  "2026年12月24日",
  "２０２６／１２／２４",
  "20261224",
  "2026-12-24(木)",
  " 2026-12-24T00:00:00+0900",
  "2026/12/24 00:00:00",
  "2026-12-24(木)\n午前中",
  "2026-12-24\u2028午前中",
])("a wished date written %s is read", (deliveryDate) => {
  expect(read({ overrides: { deliveryDate } })).toMatchObject({ wishedDate: 46_380 });
});

test.each(["2026/13/24", "12/24", "2026-12-245", "2026-12-24から26日", "202612", "最短", "0000-00-00"])(
  "a wished date that cannot be read, %s, keeps the order back and is named",
  (deliveryDate) => {
    expect(read({ overrides: { deliveryDate } })).toMatchObject({
      subject: A,
      reason: expect.stringContaining("「deliveryDate」"),
    });
  },
);

test.each([null, "", " "])("an order with the wished date %j has none", (deliveryDate) => {
  expect(read({ overrides: { deliveryDate } })).toMatchObject({ wishedDate: null });
});

test("a wished day without leading zeros is read too", () => {
  expect(read({ overrides: { deliveryDate: "2026/1/5" } })).toMatchObject({ wishedDate: 46_027 });
});

test("an order without a payment method is read, for the list to ask about it", () => {
  expect(read({ overrides: { SettlementModel: null } })).toMatchObject({ payment: { code: 0, name: "" } });
});
