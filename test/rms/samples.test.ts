import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { serialOfRms } from "../../src/core/jst.ts";
import { isFault } from "../../src/core/problem.ts";
import type { Rms } from "../../src/rms/client/client.ts";
import { RmsProblem } from "../../src/rms/client/rms-problem.ts";
import { fetchStock, inventoriesBulkGet } from "../../src/rms/inventory/inventories.ts";
import { fetchItem } from "../../src/rms/item/fetch-item.ts";
import { fetchGenre } from "../../src/rms/item/genres.ts";
import { itemPage } from "../../src/rms/item/items.ts";
import { confirmOrders } from "../../src/rms/order/confirm-orders.ts";
import { getOrder, searchOrder } from "../../src/rms/order/order-endpoints.ts";
import { readOrder } from "../../src/rms/order/order-of.ts";
import { fetchOrders, findOrders } from "../../src/rms/order/orders.ts";
import { sendShipmentReports, shipmentReportResults, shippingStates } from "../../src/rms/shipping/shipment-reports.ts";
import { updateOrderShippingAsync } from "../../src/rms/shipping/update-order-shipping.ts";
import type { Order } from "../../src/shop/order.ts";
import { orderQuestions } from "../../src/shop/order-questions.ts";
import { answering, NOON, thrown } from "../support/rms-port.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/data/rms-samples");
const present = existsSync(FOLDER);
if (!present) console.warn(`Skipped: the samples at ${FOLDER} are not here, so the client is not held to them.`);

const text = (path: string): string => readFileSync(join(FOLDER, path), "utf8");
// biome-ignore lint/suspicious/noExplicitAny: a sample has whatever shape Rakuten printed.
const sample = (path: string): any => JSON.parse(text(path));
const statusOf = (path: string): number => Number(/[._](\d{3})\.json/.exec(path)?.[1] ?? 200);
/** A client whose every call is answered with the sample, in the status that its name tells. */
const answered = (path: string): Rms => answering({ status: statusOf(path), body: text(path) }).rms;

const minute = { from: new Date(NOON.getTime() - 60_000), to: NOON };
const search = (rms: Rms) => findOrders(rms, minute, [100]);
const orders = (rms: Rms) => fetchOrders(rms, ["###_ORDER_NUMBER_###"]);
const item = (rms: Rms) => fetchItem(rms, "asked");
const stock = (rms: Rms) => fetchStock(rms, [{ manageNumber: "mng1234", variantId: "sku1" }]);
const genre = (rms: Rms) => fetchGenre(rms, { genreId: 300_426 });
const results = (rms: Rms) => shipmentReportResults(rms, "request");
const report = { orderNumber: "1-1-1", baskets: [{ basketId: 1, records: [{ carrier: "1001" }] }] };
const send = (rms: Rms) => sendShipmentReports(rms, [report]);

const BQ = "rakuten-bq-pipeline";
const SHIPPING = "portal-examples-shipping";
const PORTAL = "portal-examples";
const SYSTEM = "inventory-system";

/** What the client makes of answers that are successes. */
const READ: readonly (readonly [string, (rms: Rms) => unknown, unknown])[] = [
  [`${BQ}/searchOrder_doc_example2.200.json`, search, []],
  [`${BQ}/Response__searchOrder__so100.json`, search, expect.any(Array)],
  [`${BQ}/Response__searchOrder__so100200.json`, search, expect.any(Array)],
  [
    `${BQ}/searchOrder_doc_example1.200.json`,
    (rms) => rms.call(searchOrder, { window: minute, progress: [100], page: 1, size: 30 }).PaginationResponseModel,
    { totalRecordsAmount: 79, totalPages: 3 },
  ],
  [
    `${BQ}/Response__getOrder__ver9__go01000238.json`,
    orders,
    {
      orders: [
        {
          progress: 100,
          requestPrice: 0,
          packages: [{ basketId: 2668396, lines: [{ variantId: "22080313", units: 1, price: 1650 }] }],
        },
      ],
      faults: [],
      missing: [],
    },
  ],
  [
    "rakuten-ws/order_getOrder_v1_2020.response.json",
    (rms) => fetchOrders(rms, ["375055-20200802-00000845"]),
    { orders: [{ progress: 500, packages: [{ lines: [{ variantId: "", price: 15434 }] }] }], faults: [] },
  ],
  [
    "rakuten-ws/order_confirmOrder.response.json",
    (rms) => confirmOrders(rms, ["375055-20200821-00002833"]),
    { confirmed: ["375055-20200821-00002833"], faults: [] },
  ],
  [
    `${SHIPPING}/updateOrderShippingAsync.accepted.200.json`,
    send,
    { requestId: "ede66c43-9b9d-4222-93ed-5f11c96e08e2_20180101120000" },
  ],
  [
    `${SHIPPING}/updateOrderShippingAsync.validation-error.json`,
    send,
    {
      refused: [
        { subject: "123456-20180101-00001801", reason: expect.stringContaining("shippingDate") },
        { reason: expect.stringContaining("deliveryCompany") },
      ],
    },
  ],
  [
    `${SHIPPING}/getResultUpdateOrderShippingAsync.success.200.json`,
    results,
    [{ orderNumber: "123456-20180101-00001801", detailIds: [15419, 15421], faults: [] }, { detailIds: [15420] }],
  ],
  [`${SHIPPING}/getResultUpdateOrderShippingAsync.not-found-or-in-progress.200.json`, results, undefined],
  [`${PORTAL}/items_search_no-hit.200.json`, (rms) => itemPage(rms, {}), { items: [], found: 0, next: undefined }],
  [
    `${PORTAL}/items_search_first-result-only.200.json`,
    (rms) => itemPage(rms, {}),
    {
      items: [
        {
          manageNumber: "torimesi",
          skus: [{ variantId: "normal-inventory", price: 1000, catalogueId: "0689640032932" }],
        },
      ],
      faults: [],
    },
  ],
  [
    `${PORTAL}/items_search_cursorMark_excerpt.200.json`,
    (rms) => itemPage(rms, {}),
    { found: 123456, faults: [], next: expect.any(String) },
  ],
  [
    `${PORTAL}/items_search_deleted-not-yet-reflected.200.json`,
    (rms) => itemPage(rms, {}),
    { items: [], gone: ["test-50000"], faults: [] },
  ],
  [
    `${BQ}/items_get_11829.200.json`,
    item,
    {
      manageNumber: "asked",
      skus: [{ variantId: "sku-1", price: 2894, variation: "本数:24本", hidden: true }, { price: 6220 }],
    },
  ],
  [`${BQ}/items_get_20220426_sato_check.200.json`, item, { manageNumber: expect.any(String), skus: expect.any(Array) }],
  [`${BQ}/items_get_buying-club.200.json`, item, { skus: expect.any(Array) }],
  [`${SYSTEM}/items_get_buying-club.200.json`, item, { skus: expect.any(Array) }],
  [
    `${SYSTEM}/items_get_subscription.200.json`,
    item,
    { manageNumber: "subscription-item", skus: [{ variation: "カラー:赤\nサイズ:S", price: 2000 }] },
  ],
  [`${SYSTEM}/items_get_torimesi_single.200.json`, item, { manageNumber: "torimesi", skus: [{ price: 1000 }] }],
  [`${SYSTEM}/items_get_pre-order.200.json`, item, { manageNumber: "pre-order-item", genreId: "206878" }],
  [`${BQ}/items_get.error_404.json`, item, undefined],
  [`${SYSTEM}/items_get.error_404.json`, item, undefined],
  [
    `${PORTAL}/inventories2.1_bulk-get.200.json`,
    stock,
    { levels: [{ manageNumber: "mng1234", variantId: "sku1", quantity: 1 }, { quantity: 5 }] },
  ],
  [`${SYSTEM}/inventories_bulk-get.200.json`, stock, { levels: expect.any(Array) }],
  [`${SYSTEM}/inventories_bulk-get_range.200.json`, stock, { levels: expect.any(Array) }],
  [
    "navigation/navigation_2.0_genres_300426_attributes.json",
    genre,
    { id: 300_426, name: "カラーボックス", merged: false, lowest: true },
  ],
  ["navigation/navigation_2.0_genres_300426_dictionaryValues.json", genre, { id: 300_426 }],
  [`${PORTAL}/navigation2.0_genres_304571_attributes_4838.200.json`, genre, { id: 304_571, merged: true }],
];

/** Answers that are refusals, with the code that the error carries. */
const REFUSED: readonly (readonly [string, (rms: Rms) => unknown, string])[] = [
  [`${BQ}/searchOrder_doc_example3.400.json`, search, "ORDER_EXT_API_SEARCH_ORDER_ERROR_009"],
  [
    `${SHIPPING}/getResultUpdateOrderShippingAsync.missing-requestId.400.json`,
    results,
    "ORDER_EXT_API_GET_RESULT_UPDATEORDERSHIPPING_ASYNC_ERROR_009",
  ],
  [`${SHIPPING}/updateOrderShipping.format-error.400.json`, orders, "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ERROR_011"],
  [`${PORTAL}/items_search.error_400.json`, (rms) => itemPage(rms, {}), "IE0007"],
  [`${PORTAL}/inventories2.1_bulk-get.error_400.json`, stock, "IE0004"],
  [`${PORTAL}/inventories2.1_bulk-get_range.error_400.json`, stock, "IE0003"],
  [`${PORTAL}/inventories2.1_variants_upsert.error_400.json`, stock, "IE0002"],
  [`${SYSTEM}/inventories_bulk-get.error_400.json`, stock, "IE0004"],
  [`${SYSTEM}/inventories_bulk-get_range.error_400.json`, stock, "IE0003"],
  [`${SYSTEM}/inventories_bulk-upsert.error_400.json`, stock, "IE0004"],
  [`${SYSTEM}/inventories_variants_upsert.error_400.json`, stock, "IE0002"],
  [`${SYSTEM}/inventories_variants_get_or_delete.error_404.json`, stock, "GE0014"],
  [`${PORTAL}/navigation2.0_invalidAttributeId.error_400.json`, genre, "invalidAttributeId"],
  [`${PORTAL}/navigation2.0_notAttributeFound.error_404.json`, genre, "notAttributeFound"],
];

const day = (iso: string): number => serialOfRms(iso)!;

/** Requests as Rakuten prints them, and what the client sends for the same wish. */
const SENT: readonly (readonly [string, () => unknown])[] = [
  [
    `${SHIPPING}/updateOrderShippingAsync.request.json`,
    () => {
      const record = (detailId: number) => ({
        detailId,
        carrier: "1001",
        trackingNumber: "SN111111",
        shippedOn: day("2018-01-25"),
      });
      return updateOrderShippingAsync.wire([
        {
          orderNumber: "123456-20180101-00001801",
          baskets: [{ basketId: 10746402, records: [record(15419), { carrier: "1001" }] }],
        },
        { orderNumber: "123456-20180101-00001901", baskets: [{ basketId: 10746404, records: [record(15420)] }] },
      ]).body;
    },
  ],
  [
    `${PORTAL}/inventories2.1_bulk-get.request.json`,
    () => inventoriesBulkGet.wire(sample(`${PORTAL}/inventories2.1_bulk-get.request.json`).inventories).body,
  ],
];

const OUT_OF_SCOPE: readonly (readonly [RegExp, string])[] = [
  [/^README\.md$/, "description of the samples"],
  [/_1\.0_/, "classic 1.0 API, which the product does not call"],
  [/response-meta\.json$/, "headers of a capture"],
  [/\.json\.txt$/, "printed with typing errors, no valid JSON"],
  [/purchaseItem_/, "PurchaseItemAPI, which the product does not call"],
  [/\.cp932\.csv$/, "CSV of RMS's own screens"],
  [/updateOrderShipping\.success/, "the synchronous report, which the product does not call"],
  [/variants_upsert\.request|bulk-upsert\.request/, "absolute or single writes, which the product does not make"],
  [
    /Request__|order_getOrder_v1_2020\.request|confirmOrder\.request/,
    "requests for one shop and time; the sandbox is held to them, and the client to the sandbox",
  ],
];

const filesBelow = (folder: string, prefix = ""): string[] =>
  readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory()
      ? filesBelow(join(folder, name), `${prefix}${name}/`)
      : [`${prefix}${name}`],
  );

describe.skipIf(!present)("Rakuten's samples", () => {
  test.each(READ)("%s is understood", (path, call, expected) => {
    const value = call(answered(path));
    if (typeof expected === "object" && expected !== null) expect(value).toMatchObject(expected);
    else expect(value).toEqual(expected);
  });

  test.each(REFUSED)("%s becomes an error with its code", (path, call, code) => {
    const error = thrown(() => call(answered(path)));
    expect(error).toBeInstanceOf(RmsProblem);
    expect(error).toMatchObject({ code, status: statusOf(path), effect: "none" });
  });

  test.each(SENT)("%s is what the client sends", (path, send) => {
    expect(send()).toEqual(sample(path));
  });

  const v9 = `${BQ}/Response__getOrder__ver9__go01000238.json`;
  const model = () => sample(v9).OrderModelList[0];

  test.each([
    "remarks",
    "deliveryDate",
    "DeliveryModel",
    "SettlementModel",
    "shopOrderCfmDatetime",
    "WrappingModel1",
    "giftCheckFlag",
    "memo",
    "orderType",
    "subStatusName",
    "cautionDisplayType",
    "cautionDisplayDetailType",
    "rakutenConfirmFlag",
    "couponAllTotalPrice",
    "PointModel",
  ])("an order without %s reads like one where it is null", (field) => {
    const { [field]: _gone, ...without } = model();
    expect(readOrder(without)).toEqual(readOrder({ ...model(), [field]: null }));
    expect(isFault(readOrder(without))).toBe(false);
  });

  test("fields that nobody knows yet change nothing", () => {
    const more = {
      ...model(),
      tomorrow: { x: [1] },
      PackageModelList: model().PackageModelList.map((one: object) => ({ ...one, tomorrow: "x" })),
    };
    expect(readOrder(more)).toEqual(readOrder(model()));
  });

  test("an amount that is not fixed yet is none", () => {
    expect((readOrder({ ...model(), requestPrice: -9999 }) as Order).requestPrice).toBeNull();
  });

  test("no sample is asked about but for what was shipped already", () => {
    const asked = [`${BQ}/Response__getOrder__ver9__go01000238.json`, "rakuten-ws/order_getOrder_v1_2020.response.json"]
      .flatMap((path) => fetchOrders(answered(path), ["###_ORDER_NUMBER_###", "375055-20200802-00000845"]).orders)
      .map((order) => order.packages.flatMap((destination) => orderQuestions(order, destination)));
    expect(asked).toEqual([[], [expect.stringContaining("その他 CC000000000FR、2020/08/10")]]);
  });

  test("the parcels of an order are read from every version", () => {
    const path = "rakuten-ws/order_getOrder_v1_2020.response.json";
    expect(shippingStates(answered(path), ["375055-20200802-00000845"])).toMatchObject([
      {
        progress: 500,
        baskets: [
          {
            records: [
              { detailId: 658419278, carrier: "1000", trackingNumber: "CC000000000FR", shippedOn: day("2020-08-10") },
            ],
          },
        ],
      },
    ]);
    expect(getOrder.wire(["1"]).body).toMatchObject({ version: 10 });
  });

  test("every sample is read or listed with the reason why not", () => {
    const held = new Set([...READ, ...REFUSED, ...SENT].map(([path]) => path));
    const files = filesBelow(FOLDER);
    expect(files.filter((path) => !held.has(path) && !OUT_OF_SCOPE.some(([pattern]) => pattern.test(path)))).toEqual(
      [],
    );
    expect([...held].filter((path) => !files.includes(path))).toEqual([]);
  });

  afterAll(() => {
    const left = filesBelow(FOLDER).filter((path) => OUT_OF_SCOPE.some(([pattern]) => pattern.test(path)));
    console.log(
      `RMS samples: ${READ.length} understood, ${REFUSED.length} refusals, ${SENT.length} requests equal, ${left.length} out of scope.`,
    );
  });
});
