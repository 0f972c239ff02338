import { afterEach, expect, test } from "vitest";
import { type Gate, killBefore, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import {
  A,
  B,
  calls,
  enters,
  LIST,
  messages,
  numbered,
  numbersUpTo,
  openReports,
  PARCELS,
  POST,
  parcels,
  progress,
  reports,
  states,
  typesInto,
} from "../../support/report-desk.ts";
import { reportFigures } from "../../support/report-figures.ts";

let desk: Desk;
afterEach(() => desk.close());

const [FIRST, SECOND] = PARCELS as [string, string];
const MINUTE = 60_000;

const range = (startRowIndex: number, endRowIndex: number, from: string, to: string) => {
  const headers = desk.grid(LIST)[0] ?? [];
  return {
    sheetId: desk.sheetId(LIST),
    startRowIndex,
    endRowIndex,
    startColumnIndex: headers.indexOf(from),
    endColumnIndex: headers.indexOf(to) + 1,
  };
};

/** The row that people count as this one. */
function deletes(row: number): void {
  const place = { sheetId: desk.sheetId(LIST), dimension: "ROWS", startIndex: row - 1, endIndex: row };
  desk.batchUpdate([{ deleteDimension: { range: place } }], OPERATOR);
}

test("a row that is deleted while its report is under way, and comes back with an import, waits before it is sent again", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: FIRST });
  desk.faults.next(POST, { transport: "reset", after: true, reportDelay: 10 * MINUTE });
  await reports(desk);
  deletes(2);
  // At once: RMS is still at work.
  await desk.run("importShipments");
  enters(desk, A, { numbers: FIRST });
  await reports(desk);
  expect(calls(desk, POST)).toBe(1);
  await desk.passes(11);
  await reports(desk);
  await desk.passes(50);
  await reports(desk);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
  expect(desk.rows(LIST).find((row) => row.注文番号 === A)).toMatchObject({ 報告状態: "送信済" });
});

test("a cancellation that is withdrawn while RMS still has the report brings no second one", async () => {
  desk = await openReports([{ orderNumber: A }], { rms: { reportDelay: 10 * MINUTE } });
  enters(desk, A, { numbers: FIRST });
  await reports(desk);
  desk.shop.setProgress(A, 800);
  await reports(desk);
  expect(states(desk)).toEqual(["エラー"]);
  desk.shop.setProgress(A, 300);
  await reports(desk);
  expect(calls(desk, POST)).toBe(1);
  await desk.passes(61);
  await reports(desk);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
  expect(states(desk)).toEqual(["送信済"]);
  expect(calls(desk, POST)).toBe(1);
});

test("of a run that dies between two calls, what was not sent yet goes with the next run; nothing of it waits", async () => {
  const orders = Array.from({ length: 201 }, (_, at) => numbered(at + 1));
  let passed = 0;
  let armed = false;
  const gate: Gate = {
    pass() {
      // The first call after the one that hands in the first batch keeps its receipt, and the second begins with the next.
      if (armed && calls(desk, POST) === 1 && ++passed === 2) return killBefore;
      return serve;
    },
  };
  desk = await openReports(
    orders.map((orderNumber) => ({ orderNumber })),
    { gate },
  );
  const numbers = numbersUpTo(orders.length);
  for (const [at, order] of orders.entries()) enters(desk, order, { numbers: numbers[at] as string });
  armed = true;
  expect((await desk.run("reportShipments")).outcome).toBe("killed");
  armed = false;
  await desk.passes(1);
  await reports(desk);
  expect(new Set(states(desk))).toEqual(new Set(["送信済"]));
  expect(orders.every((order) => parcels(desk, order).length === 1)).toBe(true);
  expect(calls(desk, POST)).toBe(3);
});

test("cells of staff that stand in other rows are not reported before they are home", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: SECOND });
  enters(desk, B, { numbers: FIRST });
  await desk.importShipments();
  const sorted = range(1, 3, "出荷ステータス", "確認済");
  const dimensionIndex = range(1, 3, "伝票番号", "伝票番号").startColumnIndex;
  desk.batchUpdate([{ sortRange: { range: sorted, sortSpecs: [{ dimensionIndex, sortOrder: "ASCENDING" }] } }]);
  await reports(desk);
  expect(calls(desk, POST)).toBe(0);
  await desk.importShipments();
  await reports(desk);
  expect([parcels(desk, A), parcels(desk, B)]).toEqual([[`1001 ${SECOND} 2026-11-24`], [`1001 ${FIRST} 2026-11-24`]]);
});

test("a report that somebody typed into the columns of the job counts for nothing", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: FIRST });
  typesInto(desk, 1, "報告状態", "送信済", OPERATOR);
  await reports(desk);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
  typesInto(desk, 1, "送信した発送情報", "", OPERATOR);
  await reports(desk);
  expect(desk.rows(LIST)[0]).toMatchObject({ 報告状態: "送信済", 送信した発送情報: expect.stringContaining(FIRST) });
  expect(calls(desk, POST)).toBe(1);
});

test("one parcel for two orders is reported once people have said that it is one", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: FIRST });
  enters(desk, B, { numbers: FIRST });
  await reports(desk);
  expect(states(desk)).toEqual(["エラー", "エラー"]);
  expect(messages(desk)[0]).toContain(B);
  for (const order of [A, B]) enters(desk, order, { numbers: FIRST, more: { 確認済: true } });
  await reports(desk);
  expect([A, B].map((order) => progress(desk, order))).toEqual([500, 500]);
});

test("a number that RMS got from somebody else is neither overwritten nor joined by ours", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A, { numbers: FIRST });
  const today = new Date(desk.clock.now()).toISOString().slice(0, 10);
  const lines = ["注文番号,送付先ID,発送明細ID,お荷物伝票番号,配送会社,発送日", `${A},,,${SECOND},1001,${today}`];
  expect(desk.shop.uploadShippingCsv(lines.join("\n"))).toEqual([]);
  await reports(desk);
  expect(states(desk)).toEqual(["エラー"]);
  expect(messages(desk)[0]).toContain(SECOND);
  expect(parcels(desk, A)).toEqual([`1001 ${SECOND} ${today}`]);
});

test("numbers that came into RMS by a file leave the order open, and a report of them closes it", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A, { numbers: FIRST });
  const lines = ["注文番号,送付先ID,発送明細ID,お荷物伝票番号,配送会社,発送日", `${A},,,${FIRST},1001,2026-11-24`];
  expect(desk.shop.uploadShippingCsv(lines.join("\n"))).toEqual([]);
  expect(progress(desk, A)).toBe(300);
  await reports(desk);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
  expect(progress(desk, A)).toBe(500);
  expect(states(desk)).toEqual(["送信済"]);
});

test("a number that fails the carrier's check digit is sent, and its row says so", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A, { numbers: "390000000015" });
  await reports(desk);
  expect(states(desk)).toEqual(["送信済"]);
  expect(messages(desk)[0]).toContain("390000000015");
});

test("while RMS refuses the keys nothing is sent or under way, and all goes once it takes them", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: FIRST });
  enters(desk, B, { numbers: SECOND });
  await desk.passes(120);
  desk.faults.next(POST, { status: 401 });
  expect(await reports(desk)).toMatchObject({ remedy: "fix" });
  expect(states(desk)).toEqual(["", ""]);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済", "送信済"]);
});

test("RMS that is out of breath is asked once more within the run", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A);
  desk.faults.next(POST, { status: 429 });
  expect(await reports(desk)).toMatchObject({ remedy: "none" });
  expect(states(desk)).toEqual(["送信済"]);
});

test("what RMS has is on the sheet even where it answers no question about it any more", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A);
  desk.faults.next("getResultUpdateOrderShippingAsync", ...Array.from({ length: 4 }, () => ({ status: 503 })));
  expect(await reports(desk)).toMatchObject({ remedy: "wait" });
  expect(desk.rows(LIST)[0]).toMatchObject({ 報告状態: "送信中", 受付番号: expect.stringMatching(/_\d{14}$/) });
  await desk.passes(1);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済"]);
  expect(calls(desk, POST)).toBe(1);
});

test("reports of 300 parcels take three calls to hand them in, six to look at their orders, and five to the sheets", async () => {
  desk = await openReports([]);
  expect(await reportFigures(300)).toMatchObject({ sent: 300, runs: 1, postCalls: 3, getCalls: 6, sheetsCalls: 5 });
});
