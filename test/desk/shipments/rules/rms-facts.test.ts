import { expect, test } from "vitest";
import { drafted } from "../../../../src/desk/shipments/rules/draft.ts";
import { recordsIn, rmsFacts } from "../../../../src/desk/shipments/rules/rms-facts.ts";
import type { Shipment, ShipmentRules } from "../../../../src/desk/shipments/rules/shipment.ts";
import { shipmentChanges } from "../../../../src/desk/shipments/rules/shipment-changes.ts";
import type { StaffEntries } from "../../../../src/desk/shipments/rules/staff-entries.ts";
import type { Order, ShippingRecord } from "../../../../src/shop/order.ts";
import { destination, line, order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

const record = (given: Partial<ShippingRecord> = {}): ShippingRecord => ({
  detailId: 7001,
  carrier: "1001",
  trackingNumber: "",
  shippedOn: "",
  ...given,
});
const shipped = record({ trackingNumber: "425792000001", shippedOn: "2026/11/24" });

test("each record stands on its own line of the four columns, and is read again from there", () => {
  const shippingRecords = [record({ carrier: "9999" }), { ...shipped, detailId: 7002 }, record({ detailId: null })];
  const facts = rmsFacts(order(), destination({ shippingRecords }));
  expect(facts).toMatchObject({
    rmsDetailIds: "7001\n7002\n",
    rmsCarriers: "9999\n1001 ヤマト運輸\n1001 ヤマト運輸",
    rmsTrackingNumbers: "\n425792000001\n",
    rmsShippedOn: "\n2026/11/24\n",
  });
  expect(recordsIn(facts)).toEqual(shippingRecords);
});

test("a column in which no record says anything is empty", () => {
  const facts = rmsFacts(order(), destination({ shippingRecords: [record(), record({ detailId: 7002 })] }));
  expect(facts).toMatchObject({ rmsDetailIds: "7001\n7002", rmsTrackingNumbers: "", rmsShippedOn: "" });
  expect(recordsIn(facts)).toEqual([record(), record({ detailId: 7002 })]);
  expect(recordsIn(rmsFacts(order(), destination()))).toEqual([]);
});

test("delivery information that several products share is shown once", () => {
  const lines = [
    line({ deliveryInfo: "即納" }),
    line({ detailId: 2, deliveryInfo: "3日" }),
    line({ deliveryInfo: "即納" }),
  ];
  expect(rmsFacts(order(), destination({ lines: [...lines, line()] })).deliveryInfo).toBe("即納\n3日");
});

const rules: ShipmentRules = {
  ...plainWays,
  delivery: () => "unmapped",
  band: () => "unmapped",
  productCode: () => "",
  productCodeName: "",
};
const rowOf = (given: Partial<Order>): Shipment => {
  const complete = order(given);
  return drafted(complete, complete.packages[0] ?? destination(), rules).shipment;
};
const untouched: StaffEntries = {
  trackingNumber: "",
  shippedOn: null,
  carrier: "",
  shippingStatus: "",
  cancelConfirmed: false,
};

test("a row asks about a number that is neither its own nor was reported of it", () => {
  const complete = order(holding(shipped));
  const asked = (entries: Partial<StaffEntries>) =>
    drafted(complete, complete.packages[0] ?? destination(), rules, { ...untouched, ...entries }).shipment.questions;
  const typed = { trackingNumber: "425792000002" };
  expect(asked(typed)).toContain("425792000001");
  expect(asked({ ...typed, sentRecords: "7001 1001 425792000001 2026/11/24" })).not.toContain("425792000001");
  expect(asked({ trackingNumber: "4257 9200 0001" })).not.toContain("RMS");
});

/** What people are told when the order was like this, and is now like that. */
function told(was: Partial<Order>, is: Partial<Order>, entries: Partial<StaffEntries> = {}): string[] {
  return toldOf({ ...rowOf(was), ...untouched, ...entries }, is, true);
}
function toldOf(shipment: Shipment & StaffEntries, is: Partial<Order>, intact: boolean): string[] {
  const before = { shipment, intact };
  const texts = { fieldName: String, valueText: (field: keyof Shipment, row: Shipment) => String(row[field] ?? "") };
  return shipmentChanges(before, rowOf(is), [], [], texts);
}
const holding = (...shippingRecords: ShippingRecord[]): Partial<Order> => ({
  packages: [destination({ shippingRecords })],
});

test("a number and a day that come into RMS after the import are told", () => {
  expect(told({}, holding(shipped))).toEqual([
    "rmsTrackingNumbers: （空） → 425792000001",
    "rmsShippedOn: （空） → 2026/11/24",
  ]);
  expect(told(holding(record()), holding(record({ shippedOn: "2026/11/24" })))).toEqual([
    "rmsShippedOn: （空） → 2026/11/24",
  ]);
});

test("a number that RMS no longer holds is told", () => {
  expect(told(holding(shipped), holding(record()))).toHaveLength(2);
  expect(told(holding(shipped), {}, { trackingNumber: "425792000001" })).toHaveLength(2);
});

test("a carrier that comes or changes is not told", () => {
  expect(told({}, holding(record()))).toEqual([]);
  expect(told(holding(record()), holding(record({ carrier: "1002" }), record({ detailId: 7002 })))).toEqual([]);
});

test("a number that staff have on the row is no news, and neither are those of an order that is closed", () => {
  expect(told({}, holding(shipped), { trackingNumber: "4257-9200-0001" })).toEqual([]);
  expect(told({}, { ...holding(shipped), progress: 500 })).toEqual([]);
  expect(told({}, holding(shipped), { trackingNumber: "4257-9200-0002" })).toHaveLength(2);
});

test("what was reported of the row is no news, though staff have typed another number since", () => {
  const typed = { trackingNumber: "425792000002", sentRecords: "7001 1001 425792000001 2026/11/24" };
  expect(told({}, holding(shipped), typed)).toEqual([]);
  expect(told({}, holding({ ...shipped, trackingNumber: "425792000009" }), typed)).toHaveLength(2);
});

test("an order that was closed with another number than the one on its row went out twice, which is told", () => {
  const closed: Partial<Order> = { ...holding(shipped), progress: 500 };
  expect(told({}, closed, { trackingNumber: "4257-9200-0001" })).toEqual([]);
  expect(told({}, closed, { trackingNumber: "4257-9200-0002" })).toHaveLength(2);
  expect(told({}, { ...holding(record()), progress: 500 }, { trackingNumber: "4257-9200-0002" })).toEqual([]);
});

test("a warning that appears is told, and one that is over is not", () => {
  const refused = { cautions: ["注意喚起: 受取拒否"] };
  expect(told({}, refused)).toEqual(["caution: （空） → 注意喚起: 受取拒否"]);
  expect(told({}, { beingChecked: true })).toEqual(["caution: （空） → 楽天確認中"]);
  expect(told({ beingChecked: true }, refused)).toHaveLength(1);
  expect(told(refused, {})).toEqual([]);
  expect(told({ ...refused, beingChecked: true }, refused)).toEqual([]);
});

test("what the shop writes into ひとことメモ is told, its sub-status and the rest are not", () => {
  expect(told({}, { shopMemo: "同梱" })).toEqual(["shopMemo: （空） → 同梱"]);
  expect(told({ shopMemo: "同梱" }, {})).toEqual(["shopMemo: 同梱 → （空）"]);
  expect(told({}, { subStatus: "印刷済み", orderType: "定期購入", couponTotal: 1, usedPoints: 2 })).toEqual([]);
});

test("what somebody typed into these cells is told before the shop's value takes its place", () => {
  const typed = { ...rowOf({}), ...untouched, caution: "電話済", rmsTrackingNumbers: "手書き" };
  expect(toldOf(typed, { progress: 500 }, false)).toEqual([
    "caution: 電話済 → （空）（シート上の書き換えを含みます）",
    "rmsTrackingNumbers: 手書き → （空）（シート上の書き換えを含みます）",
  ]);
  const emptied = { ...rowOf({}), ...untouched };
  expect(toldOf(emptied, { ...holding(shipped), progress: 500 }, false)).toEqual([]);
});
