import { afterEach, expect, test } from "vitest";
import type { PreviewReportResult } from "../../../src/desk/reports/preview-report.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import {
  A,
  B,
  C,
  calls,
  enters,
  held,
  LIST,
  numbered,
  openReports,
  PARCELS,
  POST,
  progress,
  RESULT,
  reports,
  states,
} from "../../support/report-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const [FIRST, SECOND, THIRD] = PARCELS as [string, string, string];
const D = numbered(4);

async function preview() {
  const { value } = await desk.run("previewReport");
  const result = value as PreviewReportResult;
  if (!result.done) throw new Error(result.message);
  return result.preview;
}

const blank = (shippingDetailId: number) => ({
  shippingDetailId,
  deliveryCompany: "1000",
  shippingNumber: null,
  shippingDate: null,
});

test("the preview says how many orders, parcels and buyers a report is about, and what of each row is new, changed or refused", async () => {
  const buyer = (familyName: string) => ({ orderer: { familyName } });
  desk = await openReports([
    { orderNumber: A, ...buyer("見本") },
    { orderNumber: B, ...buyer("試験") },
    { orderNumber: C, ...buyer("試験") },
    { orderNumber: D, ...buyer("架空") },
  ]);
  enters(desk, A, { numbers: FIRST });
  await reports(desk);
  enters(desk, A, { numbers: SECOND });
  enters(desk, B, { numbers: `${THIRD}\n${PARCELS[3]}` });
  enters(desk, C, { numbers: PARCELS[4] as string });
  enters(desk, D, { carrier: "○○運輸", numbers: PARCELS[5] as string });
  expect(await preview()).toMatchObject({
    orders: 3,
    parcels: 4,
    buyers: 2,
    unseen: 0,
    leftovers: [],
    entries: [
      {
        kind: "changed",
        orderNumber: A,
        before: [`ヤマト運輸 ${FIRST}、2026/11/24`],
        after: [`ヤマト運輸 ${SECOND}、2026/11/24`],
      },
      {
        kind: "new",
        orderNumber: B,
        before: [],
        after: [THIRD, PARCELS[3]].map((number) => `ヤマト運輸 ${number}、2026/11/24`),
      },
      { kind: "new", orderNumber: C },
      { kind: "refused", orderNumber: D, reasons: [expect.stringContaining("○○運輸")] },
    ],
  });
});

test("the preview writes nothing anywhere, not even while a report is under way, and calls only what reads", async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }], { rms: { reportDelay: 10 * 60_000 } });
  enters(desk, A, { numbers: FIRST });
  await reports(desk);
  enters(desk, B, { numbers: SECOND });
  const notes = desk.workbench.host.documentProperties();
  const before = [LIST, "連携ログ", "ダッシュボード"].map(desk.grid);
  const shop = JSON.stringify(desk.shop.orders());
  const execution = await desk.run("previewReport");
  expect(execution.value).toMatchObject({
    done: true,
    preview: {
      orders: 1,
      entries: [
        { kind: "waiting", orderNumber: A },
        { kind: "new", orderNumber: B },
      ],
    },
  });
  expect(
    execution.calls.map(({ name }) => name).filter((name) => /batchUpdate|setProperty|sendEmail/.test(name)),
  ).toEqual([]);
  expect([LIST, "連携ログ", "ダッシュボード"].map(desk.grid)).toEqual(before);
  expect(desk.workbench.host.documentProperties()).toEqual(notes);
  expect(JSON.stringify(desk.shop.orders())).toBe(shop);
  expect(calls(desk, POST)).toBe(1);
  expect(calls(desk, RESULT)).toBeGreaterThan(0);
});

test("blank records beyond the parcels are named; those that people choose go, and with the last one RMS closes the order", async () => {
  desk = await openReports([{ orderNumber: A, packages: [{ shippings: [blank(7001), blank(7002), blank(7003)] }] }]);
  enters(desk, A, { numbers: FIRST });
  const named = (await preview()).leftovers;
  expect(named.map(({ detailId }) => detailId)).toEqual([7002, 7003]);
  await reports(desk);
  expect(states(desk)).toEqual(["一部送信済"]);
  expect(progress(desk, A)).toBe(300);
  const { leftovers } = await preview();
  expect(leftovers).toEqual(named);
  expect((await desk.run("deleteLeftovers", OPERATOR, [leftovers.slice(0, 1)])).value).toMatchObject({
    remedy: "none",
  });
  expect(held(desk, A)).toEqual([`7001 1001 ${FIRST} 2026-11-24`, "7003 1000 - -"]);
  await desk.run("deleteLeftovers", OPERATOR, [leftovers]);
  expect(held(desk, A)).toEqual([`7001 1001 ${FIRST} 2026-11-24`]);
  expect(progress(desk, A)).toBe(500);
  expect(states(desk)).toEqual(["送信済"]);
});

test("a blank record can go before its row is reported, which is then as if nothing had been", async () => {
  desk = await openReports([{ orderNumber: A, packages: [{ shippings: [blank(7001), blank(7002)] }] }]);
  enters(desk, A, { numbers: FIRST });
  await desk.run("deleteLeftovers", OPERATOR, [(await preview()).leftovers]);
  expect(held(desk, A)).toEqual(["7001 1000 - -"]);
  expect(states(desk)).toEqual([""]);
  await reports(desk);
  expect(held(desk, A)).toEqual([`7001 1001 ${FIRST} 2026-11-24`]);
  expect(states(desk)).toEqual(["送信済"]);
});

test.each([
  ["after its row was reported", true, ["一部送信済", "確認中", "送信済"], `1001 ${FIRST} 2026-11-24`],
  ["before its row is reported", false, ["", "確認中", ""], "1000 - -"],
])("a deletion %s whose answer was lost is waited for like a report", async (_, reported, shown, kept) => {
  desk = await openReports([{ orderNumber: A, packages: [{ shippings: [blank(7001), blank(7002)] }] }]);
  enters(desk, A, { numbers: FIRST });
  if (reported) await reports(desk);
  const seen = states(desk);
  const before = calls(desk, POST);
  desk.faults.next(POST, { transport: "reset", after: true, reportDelay: 10 * 60_000 });
  const leftovers = [{ orderNumber: A, basketId: String(desk.rows(LIST)[0]?.送付先ID), detailId: 7002 }];
  expect((await desk.run("deleteLeftovers", OPERATOR, [leftovers])).value).toMatchObject({ remedy: "wait" });
  await desk.passes(1);
  await desk.run("deleteLeftovers", OPERATOR, [leftovers]);
  expect([...seen, ...states(desk)]).toEqual(shown.slice(0, 2));
  expect(calls(desk, POST)).toBe(before + 1);
  await desk.passes(10);
  await desk.run("deleteLeftovers", OPERATOR, [leftovers]);
  expect(states(desk)).toEqual(shown.slice(2));
  expect(held(desk, A)).toEqual([`7001 ${kept}`]);
  expect(calls(desk, POST)).toBe(before + 1);
});

test("what is no leftover is not deleted, whatever a panel asks for", async () => {
  desk = await openReports([{ orderNumber: A, packages: [{ basketId: 101, shippings: [blank(7001)] }] }]);
  enters(desk, A, { numbers: FIRST });
  await reports(desk);
  const asked = { orderNumber: A, basketId: "101", detailId: 7001 };
  await desk.run("deleteLeftovers", OPERATOR, [[asked]]);
  expect(held(desk, A)).toEqual([`7001 1001 ${FIRST} 2026-11-24`]);
  expect(calls(desk, POST)).toBe(1);
  for (const wrong of [undefined, [], [{ ...asked, detailId: "7001" }], "all"])
    expect((await desk.run("deleteLeftovers", OPERATOR, [wrong])).value).toMatchObject({ remedy: "report" });
});

test("staff without keys of their own see nothing of the shop and delete nothing", async () => {
  desk = await openReports([{ orderNumber: A }]);
  enters(desk, A);
  expect((await desk.run("previewReport", STAFF)).value).toMatchObject({ done: false });
  const asked = [{ orderNumber: A, basketId: "101", detailId: 7001 }];
  expect((await desk.run("deleteLeftovers", STAFF, [asked])).value).toMatchObject({ remedy: "fix" });
  expect(calls(desk, POST)).toBe(0);
});
