import { expect, test } from "vitest";
import type { HeldOrder, HeldRecord } from "../../../../src/desk/reports/rules/held.ts";
import type { ReportCells } from "../../../../src/desk/reports/rules/report-cells.ts";
import { type OrderResult, settle, wasCancelled } from "../../../../src/desk/reports/rules/settle.ts";
import { A, B, full, held, heldOrder, NOON, ORDER, reportRow } from "../../../support/reports.ts";

const MINUTE = 1 / 1440;
const sent: Partial<ReportCells> = {
  reportState: "送信中",
  reportedAt: NOON,
  sentRecords: `new 1001 ${A} 2026/11/24`,
  reportBatch: "batch-1",
  reportRequest: "request-1",
};
const unanswered: Partial<ReportCells> = { ...sent, reportState: "送信待ち", reportRequest: "" };
const fine: OrderResult = { faults: [] };
const refusedWith = (reason: string): OrderResult => ({ faults: [{ subject: ORDER, reason }] });
const CANCELLED = refusedWith("この注文はすでに…（ORDER_EXT_API_UPDATE_ORDERSHIPPING_ERROR_102）");

/** The row's report, so many minutes after it was sent. */
const after = (
  minutes: number,
  order: Parameters<typeof settle>[1],
  result?: OrderResult,
  report: Partial<ReportCells> = sent,
): ReportCells => settle(reportRow({ report }), order, result, NOON + minutes * MINUTE);

const closed = heldOrder([full(7001, A)], 500);

test("送信済 is what RMS shows at 500 or beyond, and the record's id is kept", () => {
  expect(after(1, closed, fine)).toMatchObject({
    reportState: "送信済",
    reportMessage: "",
    sentRecords: `7001 1001 ${A} 2026/11/24`,
  });
  expect(after(1, { ...closed, progress: 700 }, fine).reportState).toBe("送信済");
});

test.each([
  [300, "一部送信済"],
  [400, "一部送信済"],
  [500, "送信済"],
  [600, "送信済"],
  [700, "送信済"],
  [800, "エラー"],
  [900, "エラー"],
])("with all its records in RMS, an order at %i makes its row %s", (progress, reportState) => {
  expect(after(1, heldOrder([full(7001, A)], progress), fine).reportState).toBe(reportState);
});

test("a report without an answer is settled by the order alone", () => {
  expect(after(11, closed, undefined, unanswered)).toMatchObject({ reportState: "送信済", reportRequest: "" });
});

test("a report of which RMS shows nothing yet waits, with or without a receipt", () => {
  expect(after(1, heldOrder([]), undefined, unanswered)).toMatchObject({
    reportState: "確認中",
    reportMessage: expect.stringContaining("届いたか、まだ分かりません"),
  });
  expect(after(1, heldOrder([]))).toMatchObject({
    reportState: "確認中",
    reportMessage: expect.stringContaining("まだ結果がありません"),
    reportRequest: "request-1",
    sentRecords: sent.sentRecords,
  });
});

test("after an hour it is said that the row is sent anew, and after 30 days that the result is gone", () => {
  expect(after(61, heldOrder([])).reportMessage).toContain("もう一度送ります");
  expect(after(30 * 24 * 60, heldOrder([]))).toMatchObject({ reportState: "期限切れ" });
  expect(after(31 * 24 * 60, closed)).toMatchObject({ reportState: "送信済" });
});

test("a record of the row that lacks its day is not there yet", () => {
  expect(after(1, heldOrder([full(7001, A, { shippedOn: null })], 300), fine).reportState).toBe("確認中");
});

test("一部送信済 names the destinations that keep the order open", () => {
  const order: HeldOrder = {
    ...heldOrder([full(7001, A)]),
    baskets: [
      { basketId: 101, records: [full(7001, A)] },
      { basketId: 102, records: [held(7002, { carrier: "1001" })] },
      { basketId: 103, records: [full(7003, B)] },
    ],
  };
  const { reportState, reportMessage } = after(1, order, fine);
  expect(reportState).toBe("一部送信済");
  expect(reportMessage).toContain("102");
  expect(reportMessage).not.toContain("103");
});

test("一部送信済 names blank records that keep the order open and unbilled", () => {
  const order = heldOrder([full(7001, A), held(7002, { carrier: "1000" })]);
  expect(after(1, order, fine)).toMatchObject({
    reportState: "一部送信済",
    reportMessage: expect.stringContaining("発送明細ID 7002 その他"),
    sentRecords: `7001 1001 ${A} 2026/11/24`,
  });
});

test("一部送信済 is also what has all its records and stays open for a reason of RMS's own", () => {
  expect(after(1, heldOrder([full(7001, A)]), fine)).toMatchObject({
    reportState: "一部送信済",
    reportMessage: expect.stringContaining("まだ発送済になっていません"),
  });
});

test("records that were there before a report proves nothing until there is an answer, or an hour has gone", () => {
  expect(after(1, heldOrder([full(7001, A)])).reportState).toBe("確認中");
  expect(after(61, heldOrder([full(7001, A)])).reportState).toBe("一部送信済");
});

test("what RMS refused is an error with its message, and what the row had there before is remembered", () => {
  const report = { ...sent, sentRecords: `7001 1001 ${B} 2026/11/24\n7001 1001 ${A} 2026/11/24 以前` };
  expect(after(1, heldOrder([full(7001, A)]), refusedWith("RMSの言い分"), report)).toMatchObject({
    reportState: "エラー",
    reportMessage: "RMSの言い分",
    sentRecords: `7001 1001 ${A} 2026/11/24`,
  });
});

test("what RMS holds counts more than what it said", () => {
  expect(after(1, closed, refusedWith("RMSの言い分")).reportState).toBe("送信済");
});

test.each([800, 900])(
  "an order cancelled meanwhile (%i) is an error, loud by its answer and by its standing",
  (progress) => {
    const order = heldOrder([], progress);
    expect(after(1, order, CANCELLED)).toMatchObject({
      reportState: "エラー",
      reportMessage: expect.stringMatching(/キャンセルされています。[\s\S]*ERROR_102/),
    });
    expect(after(1, order)).toMatchObject({ reportState: "エラー" });
    expect(wasCancelled(order, undefined)).toBe(true);
  },
);

test("an answer that the order is cancelled is loud whatever RMS shows, and another refusal is not", () => {
  expect(wasCancelled(heldOrder([]), CANCELLED)).toBe(true);
  expect(wasCancelled(undefined, CANCELLED)).toBe(true);
  expect(wasCancelled(heldOrder([]), refusedWith("ORDER_EXT_API_UPDATE_ORDERSHIPPING_ERROR_101"))).toBe(false);
  expect(wasCancelled(heldOrder([]), undefined)).toBe(false);
});

test("an order that cannot be read, is not there or lacks the destination settles nothing while the report may still run", () => {
  const unread = { subject: ORDER, reason: "項目を読み取れません。" };
  const elsewhere: HeldOrder = { ...heldOrder([]), baskets: [{ basketId: 999, records: [] }] };
  for (const order of [unread, undefined, elsewhere]) expect(after(1, order).reportState).toBe("確認中");
  for (const order of [undefined, elsewhere]) expect(after(61, order).reportState).toBe("エラー");
  expect(after(61, unread).reportState).toBe("確認中");
});

test("somebody else's number that came meanwhile is asked about once the report cannot run any more", () => {
  const records: HeldRecord[] = [full(7009, "X9")];
  expect(after(1, heldOrder(records)).reportState).toBe("確認中");
  expect(after(1, heldOrder(records), fine)).toMatchObject({
    reportState: "エラー",
    reportMessage: expect.stringContaining("X9"),
  });
});

test("a parcel without a number is settled by its carrier and day, though RMS may keep its order open", () => {
  const report = { ...sent, sentRecords: "new 1003 - 2026/11/24" };
  const record = held(7001, { carrier: "1003", shippedOn: Math.floor(NOON) });
  expect(after(1, heldOrder([record], 500), fine, report).reportState).toBe("送信済");
  expect(after(1, heldOrder([record]), fine, report)).toMatchObject({
    reportState: "一部送信済",
    sentRecords: "7001 1003 - 2026/11/24",
  });
});
