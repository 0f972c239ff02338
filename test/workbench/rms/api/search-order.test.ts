import { expect, test } from "vitest";
import { HOUR, openSandbox, search } from "../open-sandbox.ts";

const page = (requestRecordsAmount: number, requestPage: number, sortDirection = 1) => ({
  PaginationRequestModel: { requestRecordsAmount, requestPage, SortModelList: [{ sortColumn: 1, sortDirection }] },
});

test("pages put together hold every matching order once, in the asked order", () => {
  const sandbox = openSandbox({ orders: 500, days: 9 });
  const pages = [1, 2, 3, 4, 5].map((number) => sandbox.order("searchOrder", search(page(100, number))).json);

  const numbers = pages.flatMap(({ orderNumberList }) => orderNumberList);
  expect(numbers).toEqual(sandbox.shop.orders().map(({ orderNumber }) => orderNumber));
  expect(pages[4].PaginationResponseModel).toEqual({ totalRecordsAmount: 500, totalPages: 5, requestPage: 5 });
});

test("the newest 30 come first when no page is asked for", () => {
  const sandbox = openSandbox({ orders: 100, days: 9 });
  const newest = sandbox.shop.orders().slice(-30).reverse();
  expect(sandbox.order("searchOrder", search()).json.orderNumberList).toEqual(
    newest.map(({ orderNumber }) => orderNumber),
  );
});

test("no hit is an empty list and three nulls", () => {
  expect(openSandbox().order("searchOrder", search()).json).toEqual({
    orderNumberList: [],
    MessageModelList: [
      {
        messageType: "INFO",
        messageCode: "ORDER_EXT_API_SEARCH_ORDER_INFO_102",
        message: "注文検索に成功しました。(検索結果０件)",
      },
    ],
    PaginationResponseModel: { totalRecordsAmount: null, totalPages: null, requestPage: null },
  });
});

test.each([
  ["dateType is missing", { dateType: undefined }, "ERROR_009", "dateTypeの項目を指定して下さい。"],
  ["dateType is empty", { dateType: "" }, "ERROR_010", "dateTypeの値を指定して下さい。"],
  ["dateType is unknown", { dateType: 7 }, "ERROR_011", "dateTypeの書式が不正です。"],
  [
    "the zone has a colon",
    { startDatetime: "2026-11-14T00:00:00+09:00" },
    "ERROR_011",
    "startDatetimeの書式が不正です。",
  ],
  ["the time is UTC", { startDatetime: "2026-11-14T00:00:00Z" }, "ERROR_011", "startDatetimeの書式が不正です。"],
  ["the day does not exist", { endDatetime: "2026-11-31T00:00:00+0900" }, "ERROR_011", "endDatetimeの書式が不正です。"],
  [
    "the period is longer than 63 days",
    { startDatetime: "2026-09-22T00:00:00+0900" },
    "ERROR_011",
    "endDatetimeの書式が不正です。",
  ],
  [
    "the period began 731 days ago",
    { startDatetime: "2024-11-23T00:00:00+0900", endDatetime: "2024-12-01T00:00:00+0900" },
    "ERROR_011",
    "startDatetimeの書式が不正です。",
  ],
  ["a page has more than 1,000", page(1001, 1), "ERROR_011", "requestRecordsAmountの書式が不正です。"],
  [
    "the page lacks its number",
    { PaginationRequestModel: { requestRecordsAmount: 10 } },
    "ERROR_009",
    "requestPageの項目を指定して下さい。",
  ],
  [
    "orders without sub-status are asked for without progress",
    { subStatusIdList: [-1] },
    "ERROR_009",
    "orderProgressListの項目を指定して下さい。",
  ],
  ["points are no searchable payment", { settlementMethod: 8 }, "ERROR_011", "settlementMethodの書式が不正です。"],
  ["a keyword type lacks its keyword", { searchKeywordType: 1 }, "ERROR_009", "searchKeywordの項目を指定して下さい。"],
  [
    "a keyword is too long for its type",
    { searchKeywordType: 7, searchKeyword: "x".repeat(41) },
    "ERROR_011",
    "searchKeywordの書式が不正です。",
  ],
])("RMS refuses a search when %s", (_, fields, code, message) => {
  const { status, json } = openSandbox().order("searchOrder", search(fields));
  expect(status).toBe(400);
  expect(json).toEqual({
    orderNumberList: null,
    MessageModelList: [{ messageType: "ERROR", messageCode: `ORDER_EXT_API_SEARCH_ORDER_${code}`, message }],
    PaginationResponseModel: null,
  });
});

test("every wrong field gets its own message", () => {
  const { json } = openSandbox().order("searchOrder", {
    startDatetime: "2026/11/14",
    endDatetime: "2026-11-24T00:00:00+0900",
  });
  expect(json.MessageModelList.map(({ message }: { message: string }) => message)).toEqual([
    "dateTypeの項目を指定して下さい。",
    "startDatetimeの書式が不正です。",
  ]);
});

test("exactly 63 days are accepted", () => {
  const fields = { startDatetime: "2026-09-22T00:00:00+0900", endDatetime: "2026-11-24T00:00:00+0900" };
  expect(openSandbox().order("searchOrder", search(fields)).status).toBe(200);
});

const KNOWN = {
  orderNumber: "123456-20261123-0000000001",
  settlementMethodCode: 14,
  deliveryName: "クール便",
  subStatusId: 102,
  orderType: 4,
  memo: "電話済み",
  carrierCode: 11,
  reserveNumber: "123456-20261123-000001-r",
  coupons: [
    {
      couponCode: "A",
      couponName: "見本",
      couponSummary: "",
      couponCapitalCode: 1,
      expiryDate: "2026-12-31",
      couponPrice: 1,
      couponUnit: 1,
    },
  ],
  orderer: {
    familyName: "記入例",
    firstName: "花子",
    familyNameKana: "キニュウレイ",
    firstNameKana: "ハナコ",
    emailAddress: "a@mihon.invalid",
  },
  address: { familyName: "架空", firstName: "次郎", phoneNumber1: "000", phoneNumber2: "0000", phoneNumber3: "1234" },
  flags: { asuraku: true, drug: true, oneDayOperation: true },
  lines: [
    {
      itemName: "見本のりんご",
      itemNumber: "00420",
      sku: { variantId: "sku-7", merchantDefinedSkuId: "=1+1", skuInfo: "サイズ:M" },
    },
  ],
} as const;

test.each([
  ["orderProgressList", { orderProgressList: [300] }, { orderProgressList: [100, 500] }],
  ["subStatusIdList", { subStatusIdList: [101, 102] }, { subStatusIdList: [-1], orderProgressList: [300] }],
  ["orderTypeList", { orderTypeList: [4, 5] }, { orderTypeList: [1] }],
  ["settlementMethod", { settlementMethod: 14 }, { settlementMethod: 1 }],
  ["deliveryName", { deliveryName: "クール便" }, { deliveryName: "クール" }],
  [
    "keyword 商品名",
    { searchKeywordType: 1, searchKeyword: " りんご " },
    { searchKeywordType: 1, searchKeyword: "みかん" },
  ],
  ["keyword 商品番号", { searchKeywordType: 2, searchKeyword: "0042" }, { searchKeywordType: 2, searchKeyword: "43" }],
  [
    "keyword ひとことメモ",
    { searchKeywordType: 3, searchKeyword: "電話" },
    { searchKeywordType: 3, searchKeyword: "急" },
  ],
  [
    "keyword 注文者氏名",
    { searchKeywordType: 4, searchKeyword: "記入例 花子" },
    { searchKeywordType: 4, searchKeyword: "架空" },
  ],
  [
    "keyword 注文者氏名フリガナ",
    { searchKeywordType: 5, searchKeyword: "ハナ" },
    { searchKeywordType: 5, searchKeyword: "ジロ" },
  ],
  [
    "keyword 送付先氏名",
    { searchKeywordType: 6, searchKeyword: "架空次郎" },
    { searchKeywordType: 6, searchKeyword: "花子" },
  ],
  [
    "keyword SKU管理番号",
    { searchKeywordType: 7, searchKeyword: "sku-7" },
    { searchKeywordType: 7, searchKeyword: "sku-8" },
  ],
  [
    "keyword システム連携用SKU番号",
    { searchKeywordType: 8, searchKeyword: "=1+1" },
    { searchKeywordType: 8, searchKeyword: "2" },
  ],
  [
    "keyword SKU情報",
    { searchKeywordType: 9, searchKeyword: "サイズ:M" },
    { searchKeywordType: 9, searchKeyword: "サイズ:L" },
  ],
  [
    "ordererMailAddress",
    { ordererMailAddress: "a@mihon.invalid", mailSendType: 1 },
    { ordererMailAddress: "a@mihon.invalid", mailSendType: 2 },
  ],
  [
    "phoneNumber",
    { phoneNumberType: 2, phoneNumber: "00000001234" },
    { phoneNumberType: 1, phoneNumber: "00000001234" },
  ],
  ["reserveNumber", { reserveNumber: "123456-20261123-000001-r" }, { reserveNumber: "x" }],
  ["purchaseSiteType", { purchaseSiteType: 3 }, { purchaseSiteType: 1 }],
  ["asurakuFlag", { asurakuFlag: 1 }, undefined],
  ["couponUseFlag", { couponUseFlag: 1 }, undefined],
  ["drugFlag", { drugFlag: 1 }, undefined],
  ["oneDayOperationFlag", { oneDayOperationFlag: 1 }, undefined],
  ["shippingDateBlankFlag", { shippingDateBlankFlag: 1 }, undefined],
  ["shippingNumberBlankFlag", { shippingNumberBlankFlag: 1 }, undefined],
])("a search by %s finds the order that has it and no other", (_, hit, miss) => {
  const sandbox = openSandbox();
  const known = sandbox.shop.add(KNOWN);
  if (miss === undefined) sandbox.shop.ship(sandbox.shop.add({ ordered: "2026-11-23T00:00:00+0900" }).orderNumber);

  expect(sandbox.order("searchOrder", search(hit)).json.orderNumberList).toEqual([known.orderNumber]);
  if (miss) expect(sandbox.order("searchOrder", search(miss)).json.orderNumberList).toEqual([]);
});

test.each([
  [1, "2026-11-20"],
  [2, "2026-11-21"],
  [3, "2026-11-22"],
  [4, "2026-11-10"],
  [5, "2026-11-23"],
  [6, "2026-11-24"],
])("dateType %i looks at its own date", (dateType, day) => {
  const sandbox = openSandbox();
  const at = (date: string) => Date.parse(`${date}T09:00:00+09:00`);
  const order = sandbox.shop.add({
    timeline: {
      ordered: at("2026-11-20"),
      confirmed: at("2026-11-21"),
      fixed: at("2026-11-22"),
      shipped: at("2026-11-23"),
      settling: at("2026-11-23"),
      settled: at("2026-11-24"),
      aside: null,
    },
    packages: [
      {
        shippings: [{ shippingDetailId: 1, shippingNumber: "1", deliveryCompany: "1001", shippingDate: "2026-11-10" }],
      },
    ],
  });
  const on = (date: string) =>
    search({ dateType, startDatetime: `${date}T00:00:00+0900`, endDatetime: `${date}T23:59:59+0900` });
  expect(sandbox.order("searchOrder", on(day)).json.orderNumberList).toEqual([order.orderNumber]);
  expect(sandbox.order("searchOrder", on("2026-11-01")).json.orderNumberList).toEqual([]);
});

test("what lies beyond 15,000 orders is out of reach of one search, from either end", () => {
  const sandbox = openSandbox({ orders: 15_100, days: 9 });
  const all = sandbox.shop.orders().map(({ orderNumber }) => orderNumber);
  const last = (direction: number) => sandbox.order("searchOrder", search(page(1000, 15, direction))).json;
  expect(last(1).PaginationResponseModel).toEqual({ totalRecordsAmount: 15_000, totalPages: 15, requestPage: 15 });
  expect(last(1).orderNumberList.at(-1)).toBe(all[14_999]);
  expect(last(2).orderNumberList.at(-1)).toBe(all[100]);
  expect(sandbox.order("searchOrder", search(page(1000, 16))).json.orderNumberList).toEqual([]);
});

test("an order ages from 100 to 300 while nobody touches it", () => {
  const sandbox = openSandbox({ timeFactor: 10 });
  const [order] = sandbox.shop.receive(1);
  const seen = new Set<number>();
  for (let minute = 0; minute < 600; minute++) {
    seen.add(sandbox.shop.progress(order!.orderNumber));
    sandbox.clock.forward(HOUR / 60);
  }
  expect([...seen]).toEqual([100, 200, 300]);
});
