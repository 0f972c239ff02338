import { expect, test } from "vitest";
import { HOUR, type Json, openSandbox } from "../open-sandbox.ts";

const messages = (json: Json): string[] => json.MessageModelList.map(({ message }: { message: string }) => message);

test("orders that are not there are named beside those that are", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add();
  const { status, json } = sandbox.order("getOrder", {
    orderNumberList: ["123456-20200101-0000000001", orderNumber],
    version: 10,
  });
  expect(status).toBe(200);
  expect(json.MessageModelList).toEqual([
    {
      messageType: "INFO",
      messageCode: "ORDER_EXT_API_GET_ORDER_INFO_101",
      message: "受注情報取得に成功しました。(取得件数1件)",
    },
    {
      messageType: "INFO",
      messageCode: "ORDER_EXT_API_GET_ORDER_INFO_102",
      message: "受注情報が取得できませんでした。",
      orderNumber: "123456-20200101-0000000001",
    },
  ]);
  expect(json.OrderModelList).toHaveLength(1);
});

test.each([
  ["no version", { orderNumberList: ["x"] }, ["versionの項目を指定して下さい。"]],
  ["a version that RMS has dropped", { orderNumberList: ["x"], version: 2 }, ["versionの書式が不正です。"]],
  ["a version to come", { orderNumberList: ["x"], version: 11 }, ["versionの書式が不正です。"]],
  ["no orders", { version: 10 }, ["orderNumberListの項目を指定して下さい。"]],
  ["an empty list", { orderNumberList: [], version: 10 }, ["orderNumberListの値を指定して下さい。"]],
  [
    "101 orders",
    { orderNumberList: Array.from({ length: 101 }, String), version: 10 },
    ["orderNumberListの書式が不正です。"],
  ],
])("RMS refuses getOrder with %s", (_, body, expected) => {
  const { status, json } = openSandbox().order("getOrder", body);
  expect(status).toBe(400);
  expect(messages(json)).toEqual(expected);
  expect(json.OrderModelList).toBeNull();
});

test("a version may come as text", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add();
  expect(sandbox.order("getOrder", { orderNumberList: [orderNumber], version: "7" }).json.version).toBe(7);
});

/** Key, where it stands, and the versions that have it. */
const since = (version: number) => [3, 4, 5, 6, 7, 8, 9, 10].filter((each) => each >= version);
test.each([
  ["goodsTax", "order", [3, 4, 5, 6, 7]],
  ["isTaxRecalc", "order", [3, 4, 5, 6, 7]],
  ["TaxSummaryModelList", "order", since(3)],
  ["receiptIssueCount", "order", since(5)],
  ["DueDateModelList", "order", since(5)],
  ["cautionDisplayDetailType", "order", since(6)],
  ["deliveryCertPrgFlag", "order", since(8)],
  ["oneDayOperationFlag", "order", since(8)],
  ["socialGiftFlag", "order", since(10)],
  ["goodsTax", "package", [3, 4, 5, 6, 7]],
  ["defaultDeliveryCompanyCode", "package", since(4)],
  ["dropOffFlag", "package", since(9)],
  ["SocialGiftModel", "package", since(10)],
  ["isSingleItemShipping", "line", since(4)],
  ["SkuModelList", "line", since(7)],
  ["version", "root", since(6)],
])("%s (%s) comes with its versions only", (key, place, versions) => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add();
  const having = since(3).filter((version) => {
    const root = sandbox.order("getOrder", { orderNumberList: [orderNumber], version }).json;
    const order = root.OrderModelList[0];
    const places: Json = {
      root,
      order,
      package: order.PackageModelList[0],
      line: order.PackageModelList[0].ItemModelList[0],
    };
    return key in places[place];
  });
  expect(having).toEqual(versions);
});

test("an unfixed postage makes every sum that contains it -9999", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add({ packages: [{ postage: null }] });
  const [order] = sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 }).json.OrderModelList;
  expect(order).toMatchObject({ goodsPrice: 1000, postagePrice: -9999, totalPrice: -9999, requestPrice: -9999 });
  expect(order.PackageModelList[0]).toMatchObject({ postagePrice: -9999, totalPrice: -9999 });
});

test("a social gift shows 入力待ち until its receiver has filled in the address", () => {
  const sandbox = openSandbox();
  const completed = sandbox.clock.now.getTime() + HOUR;
  const { orderNumber } = sandbox.shop.add({
    packages: [{ sender: { familyName: "試験" }, socialGift: { completed } }],
  });
  const sender = () =>
    sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 }).json.OrderModelList[0]
      .PackageModelList[0];

  expect(sender()).toMatchObject({
    SenderModel: { zipCode1: "999", prefecture: "入力待ち", familyNameKana: "ニュウリョクマチ" },
    SocialGiftModel: { inputFlag: 0, inputCompDatetime: null },
  });
  sandbox.clock.forward(HOUR);
  expect(sender()).toMatchObject({ SenderModel: { familyName: "試験" }, SocialGiftModel: { inputFlag: 1 } });
});

test("an order can be made to break its schema anywhere", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add({
    overrides: { "PackageModelList.0.basketId": "none", remarks: undefined },
  });
  const [order] = sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 }).json.OrderModelList;
  expect(order.PackageModelList[0].basketId).toBe("none");
  expect(order).not.toHaveProperty("remarks");
});

test("confirming moves an order to 200 and, once the card is checked, to 300", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add({ progress: 100 });
  const unfixed = sandbox.shop.add({ progress: 100, packages: [{ postage: null }] });
  const { json } = sandbox.order("confirmOrder", { orderNumberList: [orderNumber, unfixed.orderNumber, "x"] });
  expect(json.MessageModelList.map(({ messageCode }: { messageCode: string }) => messageCode.slice(-9))).toEqual([
    "_INFO_101",
    "ERROR_105",
    "ERROR_101",
  ]);
  expect(sandbox.shop.progress(orderNumber)).toBe(200);
  sandbox.clock.forward(HOUR);
  expect(sandbox.shop.progress(orderNumber)).toBe(300);
  expect(
    sandbox.order("confirmOrder", { orderNumberList: [orderNumber] }).json.MessageModelList[0].messageCode,
  ).toMatch(/ERROR_103$/);
});

test("a cancelled order keeps its number, and its goods go back on the shelf", () => {
  const sandbox = openSandbox();
  const { manageNumber, variantId, quantity } = [...sandbox.shop.state.stocks.values()].find(
    (stock) => stock.quantity > 5,
  )!;
  const sku = { variantId, merchantDefinedSkuId: null, skuInfo: null };
  const { orderNumber } = sandbox.shop.add({ lines: [{ manageNumber, sku, units: 2 }] });
  const stock = () => sandbox.shop.stock(manageNumber, variantId)!.quantity;
  expect(stock()).toBe(quantity - 2);

  const body = { orderNumber, inventoryRestoreType: 1, changeReasonDetailApply: 1 };
  expect(sandbox.order("cancelOrder", body).json.MessageModelList[0].messageType).toBe("INFO");
  expect(stock()).toBe(quantity);
  expect(sandbox.shop.progress(orderNumber)).toBe(900);
  expect(sandbox.order("cancelOrder", body).json.MessageModelList[0].messageType).toBe("ERROR");
});

test("a memo update changes the given fields only", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add({ memo: "前", deliveryDate: "2026-12-01" });
  expect(sandbox.order("updateOrderMemo", { orderNumber, memo: "=後", shippingTerm: 1416 }).status).toBe(200);
  expect(sandbox.shop.find(orderNumber)).toMatchObject({ memo: "=後", shippingTerm: 1416, deliveryDate: "2026-12-01" });
  expect(sandbox.order("updateOrderMemo", { orderNumber, operator: "七文字の担当者" }).status).toBe(400);
});

test("the shop's sub-statuses are listed by progress", () => {
  const { json } = openSandbox().order("getSubStatusList", {});
  expect(json.StatusModelList[0]).toEqual({
    orderProgress: 100,
    SubStatusModelList: [{ subStatusId: 101, subStatusName: "在庫確認中", orderby: 1 }],
  });
});

test("what the buyer changes shows in the next answer", () => {
  const sandbox = openSandbox();
  const { orderNumber } = sandbox.shop.add();
  sandbox.shop.change(orderNumber, {
    address: { city: "見本市" },
    units: 3,
    deliveryDate: "2026-12-24",
    shippingTerm: 1,
    settlementMethodCode: 9,
    giftCheck: true,
  });
  const [order] = sandbox.order("getOrder", { orderNumberList: [orderNumber], version: 10 }).json.OrderModelList;
  expect(order).toMatchObject({
    deliveryDate: "2026-12-24",
    shippingTerm: 1,
    giftCheckFlag: 1,
    modifyFlag: 1,
    goodsPrice: 3000,
    SettlementModel: { settlementMethod: "銀行振込" },
  });
  expect(order.PackageModelList[0]).toMatchObject({ SenderModel: { city: "見本市" }, ItemModelList: [{ units: 3 }] });
});
