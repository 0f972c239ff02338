import { expect, test } from "vitest";
import type { RowFault } from "../../../src/core/problem.ts";
import { fetchOrders, fetchSoldOrders } from "../../../src/rms/order/orders.ts";
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

test.each(["", " ", "　"])("a store with the address %j is no place to send a parcel to", (storeAddress) => {
  expect(read({ packages: [{ cvs: { ...store, storeAddress } }] })).toMatchObject({
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
      reason: expect.stringContaining("（deliveryDate）"),
    });
  },
);

test.each([null, "", " "])("an order with the wished date %j has none", (deliveryDate) => {
  expect(read({ overrides: { deliveryDate } })).toMatchObject({ wishedDate: null });
});

test("a wished day without leading zeros is read too", () => {
  expect(read({ overrides: { deliveryDate: "2026/1/5" } })).toMatchObject({ wishedDate: 46_027 });
});

test("a destination that was deleted gets no parcel, and takes nothing from the stock", () => {
  const { rms, shop } = openRms();
  shop.add({
    orderNumber: A,
    packages: [{ basketId: 1 }, { basketId: 2 }],
    overrides: { "PackageModelList.0.packageDeleteFlag": 1 },
  });
  for (const { orders } of [fetchOrders(rms, [A]), fetchSoldOrders(rms, [A])])
    expect(orders).toMatchObject([{ packages: [{ basketId: 2 }] }]);
});

test("an order without a payment method is read, for the list to ask about it", () => {
  expect(read({ overrides: { SettlementModel: null } })).toMatchObject({ payment: { code: 0, name: "" } });
});

test.each([
  [0, null, []],
  [1, null, ["注意喚起"]],
  [1, 101, ["注意喚起: 前払い未払い"]],
  [1, 102, ["注意喚起: 受取拒否"]],
  [1, 103, ["注意喚起: 長期不在による受取拒否"]],
  [1, 104, ["注意喚起: 開梱後の返品"]],
  [1, 105, ["注意喚起: 高いサービスレベルの要望"]],
  [1, 199, ["注意喚起: 詳細199"]],
  [2, null, ["キャンセル確定"]],
  [3, null, ["警告表示タイプ3"]],
])(
  "Rakuten's caution %i with the detail %j is read as %j",
  (cautionDisplayType, cautionDisplayDetailType, cautions) => {
    expect(read({ cautionDisplayType, cautionDisplayDetailType })).toMatchObject({ cautions });
  },
);

test.each([
  [1, ""],
  [4, "定期購入"],
  [5, "頒布会"],
  [6, "予約商品"],
  [7, "注文種別7"],
])("the order type %i is %j", (orderType, word) => {
  expect(read({ orderType })).toMatchObject({ orderType: word });
});

test("what the shop wrote of an order in RMS is read with it", () => {
  const coupon = { couponCode: "MIHN", couponName: "見本", couponSummary: "", expiryDate: "2026-12-31", couponUnit: 1 };
  const order = read({
    memo: " 同梱 \n",
    subStatusId: 102,
    flags: { rakutenConfirming: true },
    usedPoint: 30,
    coupons: [{ ...coupon, couponCapitalCode: 1, couponPrice: 200 }],
    lines: [{ delvdateInfo: "3営業日以内に発送します。" }],
  });
  expect(order).toMatchObject({
    shopMemo: "同梱",
    subStatus: "=印刷済み",
    beingChecked: true,
    couponTotal: 200,
    usedPoints: 30,
    packages: [{ lines: [{ deliveryInfo: "3営業日以内に発送します。" }] }],
  });
});

test("a sub-status without a name is shown by its number", () => {
  expect(read({ overrides: { subStatusId: 7, subStatusName: null } })).toMatchObject({ subStatus: "7" });
});

test("the records that RMS holds of parcels are read as far as they go, whatever is missing or written otherwise", () => {
  const records = [
    { shippingDetailId: 7001, shippingNumber: " 4257 ", deliveryCompany: "1001", shippingDate: "2026-11-24" },
    { shippingDetailId: "7002", shippingNumber: 4258, deliveryCompany: 1002, shippingDate: "20261124" },
    { shippingDetailId: null, shippingNumber: null, deliveryCompany: "1003", shippingDate: null },
    { shippingDate: "昨日" },
  ];
  expect(read({ overrides: { "PackageModelList.0.ShippingModelList": records } })).toMatchObject({
    packages: [
      {
        shippingRecords: [
          { detailId: 7001, carrier: "1001", trackingNumber: "4257", shippedOn: "2026/11/24" },
          { detailId: 7002, carrier: "1002", trackingNumber: "4258", shippedOn: "2026/11/24" },
          { detailId: null, carrier: "1003", trackingNumber: "", shippedOn: "" },
          { detailId: null, carrier: "", trackingNumber: "", shippedOn: "昨日" },
        ],
      },
    ],
  });
});

test.each([null, []])("an order with %j for its records has none", (records) => {
  expect(read({ overrides: { "PackageModelList.0.ShippingModelList": records } })).toMatchObject({
    packages: [{ shippingRecords: [] }],
  });
});

test("an address without one of its parts is read, for the list to ask about it", () => {
  const parts = ["zipCode1", "prefecture", "city", "subAddress", "familyName", "firstName", "phoneNumber1"];
  const gone = parts.map((part) => [`PackageModelList.0.SenderModel.${part}`, null]);
  expect(read({ overrides: Object.fromEntries(gone) })).toMatchObject({
    packages: [{ addressee: { name: "", postcode: "0000", prefecture: "", city: "", street: "" } }],
  });
});

test.each([
  ["1002", "1002"],
  ["1000", "1000"],
  ["9999", ""],
  ["", ""],
])("the carrier at purchase %j is read as %j", (defaultDeliveryCompanyCode, rakutenCarrier) => {
  expect(read({ packages: [{ defaultDeliveryCompanyCode }] })).toMatchObject({ packages: [{ rakutenCarrier }] });
});

test.each([
  [1002, "1002"],
  [null, ""],
  [{}, ""],
])("a carrier at purchase that is no text, such as %j, costs no order", (code, rakutenCarrier) => {
  const overrides = { "PackageModelList.0.defaultDeliveryCompanyCode": code };
  expect(read({ overrides })).toMatchObject({ packages: [{ rakutenCarrier }] });
});

test("blanks around the parts of an address are not its own", () => {
  const address = { zipCode1: "100 ", zipCode2: " 0001", familyName: "見本　", firstName: " 太郎", phoneNumber2: " " };
  expect(read({ address })).toMatchObject({
    packages: [{ addressee: { name: "見本 太郎", postcode: "100-0001", phone: "000-0000" } }],
  });
});

const asText = {
  orderProgress: "300",
  cautionDisplayType: "1",
  cautionDisplayDetailType: "102",
  rakutenConfirmFlag: "1",
  orderType: "4",
  requestPrice: "-9999",
  couponAllTotalPrice: "200",
  "PackageModelList.0.postagePrice": "",
  "PackageModelList.0.ItemModelList.0.units": "2",
};

test("numbers that come as text are read as numbers, and an empty one as none", () => {
  expect(read({ overrides: asText })).toMatchObject({
    progress: 300,
    cautions: ["注意喚起: 受取拒否"],
    beingChecked: true,
    orderType: "定期購入",
    requestPrice: null,
    couponTotal: 200,
    packages: [{ postage: null, lines: [{ units: 2 }] }],
  });
});

test.each(Object.keys(asText))("an order whose %s is no number is kept back, and the field is named", (field) => {
  expect(read({ overrides: { [field]: "x" } })).toMatchObject({
    subject: A,
    reason: expect.stringContaining(`（${field}）`),
  });
});

test.each([
  [undefined, ""],
  [null, ""],
  ["", ""],
  ["9999", ""],
  ["1002", "1002"],
  [1002, "1002"],
])("an order whose carrier at purchase is %j is read with the carrier %j", (defaultDeliveryCompanyCode, carrier) => {
  const overrides = { "PackageModelList.0.defaultDeliveryCompanyCode": defaultDeliveryCompanyCode };
  expect(read({ overrides })).toMatchObject({ packages: [{ rakutenCarrier: carrier }] });
});
