import { expect, test } from "vitest";
import type { HeldOrder } from "../../../../src/desk/reports/rules/held.ts";
import type { ReportRow } from "../../../../src/desk/reports/rules/report-row.ts";
import {
  intentCells,
  type RowPlan,
  receiptCells,
  refusedCells,
  reportsOf,
  rowPlan,
  type Sending,
} from "../../../../src/desk/reports/rules/row-plan.ts";
import { sendable } from "../../../../src/rms/shipping/shipment-reports.ts";
import { A, B, full, held, heldOrder, judged, NOON, ORDER, reportRow, TODAY } from "../../../support/reports.ts";

const planOf = (order: HeldOrder | undefined, given: Parameters<typeof reportRow>[0] = {}): RowPlan => {
  const [candidate] = judged([reportRow(given)]).candidates;
  if (candidate === undefined) throw new Error("the row is no candidate");
  return rowPlan(candidate, order);
};
const sending = (order: HeldOrder, given: Parameters<typeof reportRow>[0] = {}): Sending => {
  const plan = planOf(order, given);
  if (plan.kind !== "send") throw new Error(JSON.stringify(plan));
  return plan;
};

test("a row whose destination RMS does not have is refused, and so is one whose order it does not have", () => {
  expect(planOf(heldOrder([]), { basketId: "999" })).toMatchObject({
    kind: "refused",
    reason: expect.stringContaining("999"),
    cancelled: false,
  });
  expect(planOf(undefined)).toMatchObject({ kind: "refused", reason: expect.stringContaining("この注文がありません") });
});

test("of a hundred rows of which one has a destination that RMS does not know, the others are reported", () => {
  const rows = Array.from({ length: 100 }, (_, at) =>
    reportRow({
      orderNumber: `123456-20261123-${String(at).padStart(10, "0")}`,
      basketId: at === 50 ? "999" : "101",
      trackingNumber: `9${10_000_001 + at}`,
    }),
  );
  const order = { ...heldOrder([]), baskets: ["101", "102"].map((id) => ({ basketId: Number(id), records: [] })) };
  const plans = judged(rows).candidates.map((candidate) => rowPlan(candidate, order));
  expect(reportsOf(plans.filter((plan) => plan.kind === "send"))).toHaveLength(99);
  expect(plans.filter(({ kind }) => kind === "refused")).toMatchObject([{ candidate: { row: { basketId: "999" } } }]);
});

test.each([800, 900])("an order cancelled meanwhile (%i) stops its row, and says so loudly", (progress) => {
  expect(planOf(heldOrder([], progress))).toMatchObject({ kind: "refused", cancelled: true });
});

test.each([100, 200, 400])("an order at %i cannot be reported yet", (progress) => {
  expect(planOf(heldOrder([], progress))).toMatchObject({
    kind: "refused",
    reason: expect.stringContaining(String(progress)),
    cancelled: false,
  });
});

test.each([300, 500, 700])("an order at %i takes reports", (progress) => {
  expect(planOf(heldOrder([], progress)).kind).toBe("send");
});

test("what RMS shows complete and closed is done without a report", () => {
  expect(planOf(heldOrder([full(7001, A)], 500)).kind).toBe("done");
});

test("numbers that came into RMS by a file are reported once more, by their ids, to close the order", () => {
  const csv = { reportState: "CSV作成済" as const, sentRecords: `new 1001 ${A} 2026/11/24` };
  for (const report of [{}, csv])
    expect(planOf(heldOrder([full(7001, A)]), { report })).toMatchObject({
      kind: "send",
      records: [{ detailId: 7001, carrier: "1001", trackingNumber: A, shippedOn: TODAY }],
    });
});

test("they are not while something else keeps the order open, and not again after a report", () => {
  const sister = { ...heldOrder([]), baskets: [...heldOrder([full(7001, A)]).baskets, { basketId: 102, records: [] }] };
  expect(planOf(sister).kind).toBe("done");
  expect(planOf(heldOrder([full(7001, A), held(7002)])).kind).toBe("done");
  const moved = { reportState: "一部送信済" as const, sentRecords: `7001 1001 ${A} 2026/11/23` };
  expect(planOf(heldOrder([full(7001, A)]), { report: moved }).kind).toBe("done");
});

test("two destinations of one order are one entry with two baskets, and as RMS takes them", () => {
  const order: HeldOrder = {
    ...heldOrder([]),
    baskets: [
      { basketId: 101, records: [] },
      { basketId: 102, records: [held(7001, { carrier: "1000" })] },
    ],
  };
  const rows = [sending(order), sending(order, { basketId: "102", trackingNumber: B })];
  const reports = reportsOf(rows);
  expect(reports).toEqual([
    {
      orderNumber: ORDER,
      baskets: [
        { basketId: 101, records: [{ carrier: "1001", trackingNumber: A, shippedOn: TODAY }] },
        { basketId: 102, records: [{ detailId: 7001, carrier: "1001", trackingNumber: B, shippedOn: TODAY }] },
      ],
    },
  ]);
  expect(sendable(reports)).toMatchObject({ good: [{ orderNumber: ORDER }], faults: [] });
});

test("an intent says what is about to be sent, and the receipt who took it", () => {
  const intent = intentCells(sending(heldOrder([held(7001)])), "batch-1", NOON);
  expect(intent).toMatchObject({
    reportState: "送信待ち",
    reportedAt: NOON,
    sentRecords: `7001 1001 ${A} 2026/11/24`,
    reportBatch: "batch-1",
    reportRequest: "",
  });
  expect(receiptCells(intent, "request-1")).toMatchObject({
    reportState: "送信中",
    reportRequest: "request-1",
    reportBatch: "batch-1",
  });
});

test("a refusal leaves what was sent before as it was", () => {
  const { report }: ReportRow = reportRow({
    report: { reportState: "送信済", sentRecords: `7001 1001 ${A} 2026/11/24` },
  });
  expect(refusedCells(report, "理由")).toEqual({ ...report, reportState: "エラー", reportMessage: "理由" });
});
