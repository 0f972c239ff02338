import { expect, test } from "vitest";
import { HOUR, openSandbox } from "../open-sandbox.ts";

const MINUTE = 60_000;
const record = (more: object = {}) => ({
  deliveryCompany: "1001",
  shippingNumber: "000011112222",
  shippingDate: "2026-11-24",
  ...more,
});
const report = (orderNumber: string, basketId: number, ...records: readonly object[]) => ({
  orderNumber,
  BasketidModelList: [{ basketId, ShippingModelList: records.length > 0 ? records : [record()] }],
});
const one = (...orders: readonly object[]) => ({ OrderShippingModelList: orders });

function sandbox() {
  const open = openSandbox({ reportDelay: MINUTE });
  const order = open.shop.add();
  const basketId = order.packages[0]!.basketId;
  const model = () =>
    open.order("getOrder", { orderNumberList: [order.orderNumber], version: 10 }).json.OrderModelList[0];
  const send = (name: string, body: unknown) => open.order(name, body).json;
  const { shop, clock } = open;
  return { shop, clock, send, number: order.orderNumber, basketId, model };
}

test("an asynchronous report changes nothing until RMS has worked it off", () => {
  const { clock, number, basketId, model, send } = sandbox();
  const accepted = send("updateOrderShippingAsync", one(report(number, basketId))).MessageModelList[0];
  expect(accepted).toMatchObject({
    messageCode: "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ASYNC_INFO_101",
    dataNumber: null,
  });
  expect(accepted.requestId).toMatch(/^[0-9a-f-]{36}_20261124120000$/);
  const { requestId } = accepted;

  clock.forward(MINUTE - 1);
  expect(send("getResultUpdateOrderShippingAsync", { requestId }).ResultShippingModelList[0]).not.toHaveProperty(
    "orderNumber",
  );
  expect(model().orderProgress).toBe(300);

  clock.forward(1);
  const [result] = send("getResultUpdateOrderShippingAsync", { requestId }).ResultShippingModelList;
  expect(result).toMatchObject({ orderNumber: number, MessageModelList: [{ messageType: "INFO", dataNumber: 1 }] });
  expect(model()).toMatchObject({ orderProgress: 500, shippingCmplRptDatetime: "2026-11-24T12:01:00+0900" });
  expect(model().PackageModelList[0].ShippingModelList).toEqual([
    {
      shippingDetailId: result.MessageModelList[0].shippingDetailId,
      shippingNumber: "000011112222",
      deliveryCompany: "1001",
      deliveryCompanyName: "ヤマト運輸",
      shippingDate: "2026-11-24",
    },
  ]);
});

test("in one report some orders succeed and others are refused, each in its own words", () => {
  const { clock, number, basketId, shop, send } = sandbox();
  const cancelled = shop.add({ progress: 900 });
  const early = shop.add({ progress: 200 });
  const orders = [
    report(number, basketId),
    report(cancelled.orderNumber, cancelled.packages[0]!.basketId),
    report(early.orderNumber, early.packages[0]!.basketId),
    report("123456-20261124-9999999999", 1),
  ];
  const { requestId } = send("updateOrderShippingAsync", one(...orders)).MessageModelList[0];
  clock.forward(MINUTE);

  const results = send("getResultUpdateOrderShippingAsync", { requestId }).ResultShippingModelList;
  const codes = results.map(
    (each: { MessageModelList: { messageCode: string }[] }) => each.MessageModelList[0]!.messageCode,
  );
  expect(codes).toEqual([
    "ORDER_EXT_API_UPDATE_ORDERSHIPPING_INFO_101",
    "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ERROR_102",
    "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ERROR_101",
    "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ERROR_101",
  ]);
  expect(results[1].MessageModelList[0]).toMatchObject({ dataNumber: null, shippingDetailId: null });
});

test("an order cancelled while its report waits is refused", () => {
  const { clock, number, basketId, shop, send } = sandbox();
  const { requestId } = send("updateOrderShippingAsync", one(report(number, basketId))).MessageModelList[0];
  clock.forward(MINUTE / 2);
  shop.cancel(number);
  clock.forward(MINUTE);
  expect(
    send("getResultUpdateOrderShippingAsync", { requestId }).ResultShippingModelList[0].MessageModelList[0].messageType,
  ).toBe("ERROR");
});

test("the same report sent twice without shippingDetailId leaves two records", () => {
  const { number, basketId, model, send } = sandbox();
  send("updateOrderShipping", report(number, basketId));
  const { messageCode } = send("updateOrderShipping", report(number, basketId)).MessageModelList[0];
  expect(messageCode).toBe("ORDER_EXT_API_UPDATE_ORDERSHIPPING_INFO_101");
  expect(model().PackageModelList[0].ShippingModelList).toHaveLength(2);
});

test("a record with shippingDetailId is updated: a missing key stays, an empty one is cleared", () => {
  const { number, basketId, model, send } = sandbox();
  const { shippingDetailId } = send("updateOrderShipping", report(number, basketId)).MessageModelList[0];
  const update = { shippingDetailId, shippingNumber: "" };
  expect(send("updateOrderShipping", report(number, basketId, update)).MessageModelList[0].messageCode).toMatch(
    /INFO_102$/,
  );
  expect(model().PackageModelList[0].ShippingModelList).toEqual([
    expect.objectContaining({
      shippingDetailId,
      shippingNumber: null,
      shippingDate: "2026-11-24",
      deliveryCompany: "1001",
    }),
  ]);
});

test("a record is deleted by its id", () => {
  const { number, basketId, model, send } = sandbox();
  const { shippingDetailId } = send("updateOrderShipping", report(number, basketId)).MessageModelList[0];
  send("updateOrderShipping", report(number, basketId, { shippingDetailId, shippingDeleteFlag: 1 }));
  expect(model().PackageModelList[0].ShippingModelList).toEqual([]);
});

test.each([
  ["carrier", { shippingNumber: "1", shippingDate: "2026-11-24" }],
  ["number", { deliveryCompany: "1003", shippingDate: "2026-11-24" }],
  ["date", { deliveryCompany: "1001", shippingNumber: "1" }],
])("a report without a %s is kept, and the order stays at 300 until the record has it", (_, entry) => {
  const { number, basketId, model, send } = sandbox();
  const { shippingDetailId } = send("updateOrderShipping", report(number, basketId, entry)).MessageModelList[0];
  expect(model()).toMatchObject({ orderProgress: 300, shippingCmplRptDatetime: null });
  send("updateOrderShipping", report(number, basketId, record({ shippingDetailId })));
  expect(model().orderProgress).toBe(500);
});

test("a record with the carrier alone keeps an order at 300 that was reported beside it, until it is filled in or deleted", () => {
  for (const mend of [record(), { shippingDeleteFlag: 1 }]) {
    const open = openSandbox({ carrierAtPurchase: true });
    const { orderNumber, packages } = open.shop.add();
    const [{ basketId, shippings }] = packages as [(typeof packages)[0]];
    open.order("updateOrderShipping", report(orderNumber, basketId));
    expect(open.shop.progress(orderNumber)).toBe(300);
    const { shippingDetailId } = shippings[0]!;
    open.order("updateOrderShipping", report(orderNumber, basketId, { ...mend, shippingDetailId }));
    expect(open.shop.progress(orderNumber)).toBe(500);
  }
});

test("a carrier code may come as a number", () => {
  const { number, basketId, model, send } = sandbox();
  send("updateOrderShipping", report(number, basketId, record({ deliveryCompany: 1002 })));
  expect(model().PackageModelList[0].ShippingModelList[0]).toMatchObject({
    deliveryCompany: "1002",
    deliveryCompanyName: "佐川急便",
  });
});

test("an order with two destinations is shipped when both are", () => {
  const open = openSandbox();
  const order = open.shop.add({ packages: [{}, { sender: { familyName: "架空" } }] });
  for (const [index, { basketId }] of order.packages.entries()) {
    open.order("updateOrderShipping", report(order.orderNumber, basketId));
    expect(open.shop.progress(order.orderNumber)).toBe(index === 0 ? 300 : 500);
  }
});

test("a wrong basketId is refused and nothing is recorded", () => {
  const { number, basketId, model, send } = sandbox();
  const [message] = send("updateOrderShipping", report(number, basketId + 1)).MessageModelList;
  expect(message).toMatchObject({ messageType: "ERROR", dataNumber: null });
  expect(model().PackageModelList[0].ShippingModelList).toEqual([]);
});

test.each([
  ["no order at all", {}, "OrderShippingModelListの項目を指定して下さい。"],
  [
    "101 orders",
    one(...Array.from({ length: 101 }, (_, index) => report(`o-${index}`, 1))),
    "OrderShippingModelListの書式が不正です。",
  ],
  ["an order twice", one(report("o", 1), report("o", 2)), "orderNumberの書式が不正です。"],
  [
    "no basketId",
    one({ orderNumber: "o", BasketidModelList: [{ ShippingModelList: [record()] }] }),
    "basketIdの項目を指定して下さい。",
  ],
  [
    "21 records for a basket",
    one(report("o", 1, ...Array.from({ length: 21 }, () => record()))),
    "ShippingModelListの書式が不正です。",
  ],
  ["an empty carrier", one(report("o", 1, { deliveryCompany: "" })), "deliveryCompanyの値を指定して下さい。"],
  ["a number that is no carrier", one(report("o", 1, { deliveryCompany: 999 })), "deliveryCompanyの書式が不正です。"],
  ["an unknown carrier", one(report("o", 1, { deliveryCompany: "ヤマト" })), "deliveryCompanyの書式が不正です。"],
  ["a circled number", one(report("o", 1, record({ shippingNumber: "①②" }))), "shippingNumberの書式が不正です。"],
  [
    "121 characters",
    one(report("o", 1, record({ shippingNumber: "1".repeat(121) }))),
    "shippingNumberの書式が不正です。",
  ],
  [
    "a date with slashes",
    one(report("o", 1, record({ shippingDate: "2026/11/24" }))),
    "shippingDateの書式が不正です。",
  ],
  ["a deletion without id", one(report("o", 1, { shippingDeleteFlag: 1 })), "shippingDetailIdの項目を指定して下さい。"],
])("a report with %s is refused as a whole", (_, body, message) => {
  const { status, json } = openSandbox().order("updateOrderShippingAsync", body);
  expect(status).toBe(400);
  expect(json.MessageModelList).toHaveLength(1);
  expect(json.MessageModelList[0]).toMatchObject({ messageType: "ERROR", message });
  expect(json.MessageModelList[0]).not.toHaveProperty("requestId");
});

test("a result may stay in progress after the order itself shows the report", () => {
  const open = openSandbox({ reportDelay: MINUTE, resultLag: MINUTE });
  const { orderNumber, packages } = open.shop.add();
  const sent = open.order("updateOrderShippingAsync", one(report(orderNumber, packages[0]!.basketId))).json;
  const { requestId } = sent.MessageModelList[0];
  const result = () => open.order("getResultUpdateOrderShippingAsync", { requestId }).json.ResultShippingModelList[0];

  open.clock.forward(MINUTE);
  expect(open.shop.progress(orderNumber)).toBe(500);
  expect(result()).not.toHaveProperty("orderNumber");
  open.clock.forward(MINUTE);
  expect(result()).toMatchObject({ orderNumber, MessageModelList: [{ messageType: "INFO" }] });
});

test("RMS may also refuse with status 200", () => {
  expect(openSandbox({ asyncRefusalStatus: 200 }).order("updateOrderShippingAsync", {}).status).toBe(200);
});

test("a result is forgotten after 30 days", () => {
  const { clock, number, basketId, send } = sandbox();
  const { requestId } = send("updateOrderShippingAsync", one(report(number, basketId))).MessageModelList[0];
  clock.forward(31 * 24 * HOUR);
  expect(send("getResultUpdateOrderShippingAsync", { requestId }).ResultShippingModelList[0]).not.toHaveProperty(
    "orderNumber",
  );
});

test("a shipped order is settled in the days after", () => {
  const { clock, number, basketId, shop, send } = sandbox();
  send("updateOrderShipping", report(number, basketId));
  const seen = [1, 2, 3, 4, 5].map(() => {
    clock.forward(24 * HOUR);
    return shop.progress(number);
  });
  expect([...new Set(seen)]).toEqual([600, 700]);
});
