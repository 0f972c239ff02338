import { afterEach, expect, test } from "vitest";
import type { Desk, DeskOptions } from "../../support/desk.ts";
import {
  A,
  B,
  C,
  calls,
  day,
  enters,
  held,
  messages,
  numbered,
  openReports,
  PARCELS,
  POST,
  parcels,
  progress,
  RESULT,
  reports,
  states,
} from "../../support/report-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

async function open(orders: NonNullable<DeskOptions["orders"]>, options: DeskOptions = {}): Promise<void> {
  desk = await openReports(orders, options);
}

/** An order in which RMS holds this record already. */
const holding = (orderNumber: string, record: Partial<Record<"carrier" | "number" | "date", string>>) => ({
  orderNumber,
  packages: [
    {
      basketId: 101,
      shippings: [
        {
          shippingDetailId: 7001,
          deliveryCompany: record.carrier ?? null,
          shippingNumber: record.number ?? null,
          shippingDate: record.date ?? null,
        },
      ],
    },
  ],
});

const [FIRST, SECOND, THIRD] = PARCELS as [string, string, string];

test("a parcel with carrier, number and date is reported, and counts as sent once RMS has closed the order", async () => {
  await open([{ orderNumber: A }]);
  enters(desk, A);
  expect(await reports(desk)).toMatchObject({ remedy: "none" });
  expect(states(desk)).toEqual(["送信済"]);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
  expect(progress(desk, A)).toBe(500);
  await reports(desk);
  expect(calls(desk, POST)).toBe(1);
});

test("the record that RMS made at purchase, a carrier alone, is updated; no second one comes", async () => {
  await open([holding(A, { carrier: "1000" })]);
  enters(desk, A, { carrier: "1001 ヤマト運輸", numbers: "390000000014" });
  await reports(desk);
  expect(held(desk, A)).toEqual(["7001 1001 390000000014 2026-11-24"]);
  expect(progress(desk, A)).toBe(500);
  expect(states(desk)).toEqual(["送信済"]);
});

test("a number that RMS holds without its date is not done: the record gets the date", async () => {
  await open([holding(A, { carrier: "1001", number: "390000000014" })]);
  enters(desk, A, { numbers: "390000000014" });
  await desk.importShipments();
  await reports(desk);
  expect(held(desk, A)).toEqual(["7001 1001 390000000014 2026-11-24"]);
  expect(progress(desk, A)).toBe(500);
});

test("a number that staff correct after the report takes the place of the first one", async () => {
  await open([holding(A, { carrier: "1001" })]);
  enters(desk, A, { numbers: FIRST });
  await reports(desk);
  enters(desk, A, { numbers: SECOND });
  await reports(desk);
  expect(held(desk, A)).toEqual([`7001 1001 ${SECOND} 2026-11-24`]);
  expect(states(desk)).toEqual(["送信済"]);
  expect(calls(desk, POST)).toBe(2);
});

test("two parcels of a row are two records, and a third that follows is one more", async () => {
  await open([{ orderNumber: A }]);
  enters(desk, A, { numbers: `${FIRST}\n${SECOND}` });
  await reports(desk);
  const before = held(desk, A);
  expect(parcels(desk, A)).toEqual([FIRST, SECOND].map((number) => `1001 ${number} 2026-11-24`));
  enters(desk, A, { numbers: `${FIRST}\n${SECOND}, ${THIRD}` });
  await reports(desk);
  expect(held(desk, A).slice(0, 2)).toEqual(before);
  expect(parcels(desk, A)).toEqual([FIRST, SECOND, THIRD].map((number) => `1001 ${number} 2026-11-24`));
  expect(states(desk)).toEqual(["送信済"]);
});

test("a number that is typed twice into one cell is one parcel, and 21 are refused", async () => {
  await open([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: `${FIRST},${FIRST}` });
  enters(desk, B, { numbers: PARCELS.slice(1, 22).join("\n") });
  await reports(desk);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
  expect(held(desk, B)).toEqual([]);
  expect(states(desk)).toEqual(["送信済", "エラー"]);
  expect(messages(desk)[1]).toContain("20");
});

test("a row whose destination RMS does not have is refused alone; the other 99 go", async () => {
  const orders = Array.from({ length: 100 }, (_, at) => ({ orderNumber: numbered(at + 1) }));
  await open([{ ...orders[0], packages: [{ basketId: 101 }, { basketId: 102 }] }, ...orders.slice(1)]);
  for (const [at, { orderNumber }] of orders.entries()) enters(desk, orderNumber, { numbers: PARCELS[at] as string });
  desk.shop.change(A, (order) => ({
    ...order,
    packages: order.packages.map((each) => (each.basketId === 101 ? { ...each, basketId: 999 } : each)),
  }));
  await reports(desk);
  expect(states(desk).filter((state) => state === "送信済")).toHaveLength(99);
  expect(desk.rows("出荷リスト").find((row) => row.注文番号 === A && row.送付先ID === "101")).toMatchObject({
    報告状態: "エラー",
    報告の内容: expect.stringContaining("送付先"),
  });
  expect(held(desk, A)).toEqual([]);
  expect(calls(desk, POST)).toBe(1);
});

test("two destinations of one order go in one entry of one call; one that is still open keeps the other at 一部送信済", async () => {
  await open([{ orderNumber: A, packages: [{ basketId: 101 }, { basketId: 102 }] }]);
  enters(desk, A, { numbers: FIRST }, 101);
  await reports(desk);
  expect(states(desk)).toEqual(["一部送信済", ""]);
  expect(progress(desk, A)).toBe(300);
  enters(desk, A, { numbers: SECOND }, 102);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済", "送信済"]);
  expect(parcels(desk, A)).toEqual([FIRST, SECOND].map((number) => `1001 ${number} 2026-11-24`));
});

test("both destinations of an order that are ready together take one call", async () => {
  await open([{ orderNumber: A, packages: [{ basketId: 101 }, { basketId: 102 }] }]);
  enters(desk, A, { numbers: FIRST }, 101);
  enters(desk, A, { numbers: SECOND }, 102);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済", "送信済"]);
  expect(desk.shop.reports().map(({ orders }) => orders.map(({ baskets }) => baskets.length))).toEqual([[2]]);
});

test.each([200, 400] as const)(
  "of a batch of 100 that RMS refuses at once with HTTP %i for one record, the other 99 are sent in the same run",
  async (asyncRefusalStatus) => {
    const orders = Array.from({ length: 100 }, (_, at) => ({ orderNumber: numbered(at + 1) }));
    await open(orders, { rms: { asyncRefusalStatus } });
    for (const [at, { orderNumber }] of orders.entries()) enters(desk, orderNumber, { numbers: PARCELS[at] as string });
    const refusal = { messageType: "ERROR", messageCode: "ORDER_EXT_API_UPDATE_ORDERSHIPPING_ASYNC_ERROR_011" };
    desk.faults.next(POST, {
      answer: {
        status: asyncRefusalStatus,
        body: {
          MessageModelList: [
            {
              ...refusal,
              message: "shippingNumberの書式が不正です。",
              orderNumber: B,
              dataNumber: 1,
              shippingDetailId: null,
            },
          ],
        },
      },
    });
    await reports(desk);
    expect(states(desk).filter((state) => state === "送信済")).toHaveLength(99);
    expect(desk.rows("出荷リスト").find((row) => row.注文番号 === B)).toMatchObject({
      報告状態: "エラー",
      報告の内容: expect.stringContaining("ERROR_011"),
    });
    expect(held(desk, B)).toEqual([]);
    expect(calls(desk, POST)).toBe(2);
  },
);

test("a report whose answer was lost is not sent again while RMS may still be at work on it", async () => {
  await open([{ orderNumber: A }]);
  enters(desk, A);
  desk.faults.next(POST, { transport: "reset", after: true, reportDelay: 10 * 60_000 });
  await reports(desk);
  expect(states(desk)).toEqual(["確認中"]);
  await desk.passes(1);
  await reports(desk);
  expect(states(desk)).toEqual(["確認中"]);
  expect(calls(desk, POST)).toBe(1);
  await desk.passes(10);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済"]);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
  expect(calls(desk, POST)).toBe(1);
});

test("a report that never reached RMS is sent anew an hour later", async () => {
  await open([{ orderNumber: A }]);
  enters(desk, A);
  desk.faults.next(POST, { transport: "reset" });
  await reports(desk);
  await desk.passes(59);
  await reports(desk);
  expect(calls(desk, POST)).toBe(1);
  await desk.passes(2);
  await reports(desk);
  expect(calls(desk, POST)).toBe(2);
  expect(states(desk)).toEqual(["送信済"]);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-24`]);
});

test("a row that is edited while its report is under way waits, and RMS ends up with the last number alone", async () => {
  await open([{ orderNumber: A }], { rms: { reportDelay: 10 * 60_000 } });
  enters(desk, A, { numbers: FIRST });
  await reports(desk);
  expect(states(desk)).toEqual(["送信中"]);
  expect(String(desk.rows("出荷リスト")[0]?.受付番号)).toMatch(/^[0-9a-f-]+_\d{14}$/);
  enters(desk, A, { numbers: SECOND });
  await reports(desk);
  expect(calls(desk, POST)).toBe(1);
  await desk.passes(10);
  await reports(desk);
  await desk.passes(11);
  await reports(desk);
  expect(parcels(desk, A)).toEqual([`1001 ${SECOND} 2026-11-24`]);
  expect(states(desk)).toEqual(["送信済"]);
});

test("an order that is cancelled while its report is under way stops loudly, its neighbour is sent, and one mail tells", async () => {
  await open([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: FIRST });
  enters(desk, B, { numbers: SECOND });
  desk.faults.next(RESULT, { shop: (shop) => void shop.cancel(A) });
  const notice = await reports(desk);
  expect(notice).toMatchObject({
    remedy: "fix",
    message: expect.stringMatching(new RegExp(`^注文 ${A} .*キャンセル`)),
  });
  expect(states(desk)).toEqual(["エラー", "送信済"]);
  expect(messages(desk)[0]).toContain("キャンセル");
  const mails = desk.workbench.host.mail();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain(A);
  expect(`${mails[0]?.subject}${mails[0]?.body}`).not.toContain("見本");
  await reports(desk);
  expect(desk.workbench.host.mail()).toHaveLength(1);
  expect(calls(desk, POST)).toBe(1);
});

test("an order that was cancelled before its report is not sent at all, and stops as loudly", async () => {
  await open([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { numbers: FIRST });
  enters(desk, B, { numbers: SECOND });
  desk.shop.cancel(A);
  await reports(desk);
  expect(states(desk)).toEqual(["エラー", "送信済"]);
  expect(desk.workbench.host.mail()).toHaveLength(1);
  expect(held(desk, A)).toEqual([]);
});

test("a service without tracking is reported with carrier and date where its master says so, and refused where not", async () => {
  await open([{ orderNumber: A, deliveryName: "定形外郵便" }, { orderNumber: B }]);
  desk.types("配送サービスマスタ", "定形外郵便", "配送会社", "1003 日本郵便", "operator@example.com");
  desk.types("配送サービスマスタ", "定形外郵便", "番号なし", true, "operator@example.com");
  await desk.importShipments();
  for (const order of [A, B])
    enters(desk, order, { carrier: "1003 日本郵便", numbers: "", more: { 出荷ステータス: "出荷済" } });
  await reports(desk);
  expect(parcels(desk, A)).toEqual(["1003 - 2026-11-24"]);
  expect(parcels(desk, B)).toEqual([]);
  expect(states(desk)[1]).toBe("エラー");
});

test("a carrier that RMS does not know is refused with the list of those it does", async () => {
  await open([{ orderNumber: A }]);
  enters(desk, A, { carrier: "○○運輸" });
  await reports(desk);
  expect(states(desk)).toEqual(["エラー"]);
  expect(messages(desk)[0]).toContain("1001 ヤマト運輸");
  expect(calls(desk, POST)).toBe(0);
});

test("a result that RMS no longer keeps is settled by the order", async () => {
  await open([{ orderNumber: A }], { rms: { reportDelay: 10 * 60_000 } });
  enters(desk, A);
  await reports(desk);
  expect(states(desk)).toEqual(["送信中"]);
  await desk.passes(31 * 24 * 60);
  await reports(desk);
  expect(states(desk)).toEqual(["送信済"]);
  expect(calls(desk, POST)).toBe(1);
});

test("rows that are cancelled, held or in question are never sent", async () => {
  await open([{ orderNumber: A }, { orderNumber: B }, { orderNumber: C }]);
  for (const [at, order] of [A, B, C].entries()) enters(desk, order, { numbers: PARCELS[at] as string });
  desk.shop.cancel(A);
  desk.shop.setProgress(B, 400);
  desk.shop.change(C, (order) => ({ ...order, flags: { ...order.flags, rakutenConfirming: true } }));
  await desk.importShipments();
  expect(desk.rows("出荷リスト").map((row) => row.連携状態)).toEqual(["取消", "保留", "要確認"]);
  await reports(desk);
  expect(calls(desk, POST)).toBe(0);
});

test("a day is sent as it is entered, and a row without one waits", async () => {
  await open([{ orderNumber: A }, { orderNumber: B }]);
  enters(desk, A, { shippedOn: day("2026-11-22") });
  enters(desk, B, { numbers: SECOND, shippedOn: "" });
  await reports(desk);
  expect(parcels(desk, A)).toEqual([`1001 ${FIRST} 2026-11-22`]);
  expect(parcels(desk, B)).toEqual([]);
});
