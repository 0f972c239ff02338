import { expect, test } from "vitest";
import { serialOf } from "../../../src/core/jst.ts";
import {
  sendable,
  sendShipmentReports,
  shipmentReportResults,
  shippingStates,
} from "../../../src/rms/shipping/shipment-reports.ts";
import type { ShipmentReport } from "../../../src/rms/shipping/update-order-shipping.ts";
import { answering, NOON, openRms, type RmsDesk, thrown } from "../../support/rms-port.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";

function desk(): RmsDesk {
  const opened = openRms({ reportDelay: 60_000 });
  opened.shop.add({ orderNumber: A, packages: [{ basketId: 11 }] });
  opened.shop.add({ orderNumber: B, packages: [{ basketId: 22 }] });
  return opened;
}
const report = (orderNumber: string, basketId: number, more = {}): ShipmentReport => ({
  orderNumber,
  baskets: [
    { basketId, records: [{ carrier: "1001", trackingNumber: "400012345675", shippedOn: serialOf(NOON), ...more }] },
  ],
});
const receipt = (sent: ReturnType<typeof sendShipmentReports>): string => ("requestId" in sent ? sent.requestId : "");

test("a report is taken with a receipt, worked on later, and then stands in the order", () => {
  const { rms, clock } = desk();
  const sent = sendShipmentReports(rms, [report(A, 11), report(B, 22)]);
  expect(shipmentReportResults(rms, receipt(sent))).toBeUndefined();
  clock.forward(61_000);
  expect(shipmentReportResults(rms, receipt(sent))).toMatchObject([
    { orderNumber: A, detailIds: [expect.any(Number)], faults: [] },
    { orderNumber: B, faults: [] },
  ]);
  expect(shippingStates(rms, [A])).toMatchObject([
    {
      orderNumber: A,
      progress: 500,
      baskets: [
        {
          basketId: 11,
          records: [{ carrier: "1001", trackingNumber: "400012345675", shippedOn: Math.floor(serialOf(NOON)) }],
        },
      ],
    },
  ]);
});

test("a report of a cancelled order comes back with its cure while the other goes through", () => {
  const { rms, clock, shop } = desk();
  const sent = sendShipmentReports(rms, [report(A, 11), report(B, 22)]);
  shop.cancel(A);
  clock.forward(61_000);
  expect(shipmentReportResults(rms, receipt(sent))).toMatchObject([
    { orderNumber: A, faults: [{ subject: A, reason: expect.stringContaining("キャンセル") }] },
    { orderNumber: B, faults: [] },
  ]);
});

test.each([200, 400] as const)(
  "a refusal names order, record and field, whether it comes with 200 or 400 (%i)",
  (asyncRefusalStatus) => {
    const opened = openRms({ asyncRefusalStatus });
    const sent = sendShipmentReports(opened.rms, [report(A, 11, { carrier: "1999" })]);
    expect(sent).toMatchObject({
      refused: [{ subject: A, reason: expect.stringMatching(/1件目.*ERROR_011 deliveryCompany/) }],
    });
  },
);

test.each([
  ["after RMS took it", { transport: "reset", after: true } as const, 1],
  ["before RMS saw it", { transport: "reset" } as const, 0],
  ["with a 503", { status: 503 }, 0],
])("an answer lost %s is not followed by a second call, and says that nobody knows", (_, fault, taken) => {
  const { rms, faults, shop, sandbox } = desk();
  faults.next("updateOrderShippingAsync", fault);
  expect(thrown(() => sendShipmentReports(rms, [report(A, 11)]))).toMatchObject({ remedy: "wait", effect: "unknown" });
  expect(shop.reports()).toHaveLength(taken);
  expect(sandbox.calls.get("updateOrderShippingAsync")).toBe(1);
});

test("refused keys are known to have changed nothing", () => {
  const { client, shop } = desk();
  shop.changeKeys({ serviceSecret: "SP000000_other", licenseKey: "SL000000_other" });
  expect(thrown(() => sendShipmentReports(client(), [report(A, 11)]))).toMatchObject({ effect: "none", status: 401 });
});

test.each([
  ["121 characters", { trackingNumber: "1".repeat(121) }, "120文字まで"],
  ["a circled digit", { trackingNumber: "①" }, "機種依存文字"],
  ["a carrier by name", { carrier: "ヤマト" }, "配送会社コード"],
])("a report with %s stays back with the reason, and the others can go", (_, bad, reason) => {
  const { good, faults } = sendable([report(A, 11, bad), report(B, 22)]);
  expect(good.map(({ orderNumber }) => orderNumber)).toEqual([B]);
  expect(faults).toMatchObject([{ subject: A, reason: expect.stringContaining(reason) }]);
});

test.each([
  ["101 orders", Array.from({ length: 101 }, (_, at) => report(`${A}${at}`, 11)), "100件まで"],
  ["an order twice", [report(A, 11), report(A, 11)], "同じ注文番号"],
  [
    "21 records for one destination",
    [{ orderNumber: A, baskets: [{ basketId: 11, records: Array.from({ length: 21 }, () => ({ carrier: "1001" })) }] }],
    "20件まで",
  ],
  ["nothing", [], "1件もありません"],
])("%s are never sent", (_, reports, limit) => {
  const { rms } = desk();
  expect(thrown(() => sendShipmentReports(rms, reports))).toMatchObject({
    message: expect.stringContaining(limit),
    effect: "none",
  });
  expect(rms.calls()).toBe(0);
});

test("an answer without a receipt and without a refusal says that nobody knows", () => {
  const { rms } = answering({ body: JSON.stringify({ MessageModelList: [] }) });
  expect(thrown(() => sendShipmentReports(rms, [report(A, 11)]))).toMatchObject({ remedy: "wait", effect: "unknown" });
});

test("an order whose parcels cannot be read is named with the field", () => {
  const { rms, faults } = desk();
  faults.next("getOrder", { corrupt: { "OrderModelList.0.PackageModelList.0.basketId": "x" } });
  expect(shippingStates(rms, [A])).toMatchObject([
    { subject: A, reason: expect.stringContaining("（PackageModelList.0.basketId）") },
  ]);
});
