import { afterEach, expect, test } from "vitest";
import { STAFF } from "../../../workbench/people.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";
import {
  breaksKeys,
  CHAT_WEBHOOK,
  mails,
  noticeLine,
  posts,
  SLACK_WEBHOOK,
  setsWebhook,
} from "../../support/notices.ts";
import { A, B, enters, openReports, reports } from "../../support/report-desk.ts";
import { openStockDesk, sold } from "../../support/stock-desk.ts";

let desk: Desk;
afterEach(() => desk.close());
const open = async (options?: DeskOptions) => {
  desk = await openDesk(options);
};

test("a job that fails twice in a row is told once, and anew after it has worked again", async () => {
  await open();
  breaksKeys(desk);
  await desk.importShipments();
  expect(mails(desk)).toEqual([]);
  for (let run = 0; run < 3; run++) await desk.importShipments();
  expect(mails(desk)).toHaveLength(1);
  expect(mails(desk)[0]).toMatch(/「出荷指示を取得」が2回続けて失敗.*キー.*docs\.google\.com\/spreadsheets/s);
  desk.shop.changeKeys(SANDBOX_KEYS, { pendingMinutes: 0 });
  await desk.importShipments();
  breaksKeys(desk);
  await desk.passes(61);
  for (let run = 0; run < 3; run++) await desk.importShipments();
  expect(mails(desk)).toHaveLength(2);
});

test("all that happens within an hour comes as one digest, an hour after the one before", async () => {
  await open();
  breaksKeys(desk);
  for (const fn of ["importShipments", "importShipments"]) await desk.run(fn);
  for (const fn of ["syncStock", "syncStock", "importProducts", "importProducts"]) await desk.run(fn);
  expect(mails(desk)).toHaveLength(1);
  await desk.passes(59);
  await desk.importShipments();
  expect(mails(desk)).toHaveLength(1);
  await desk.passes(2);
  await desk.importShipments();
  expect(mails(desk)).toHaveLength(2);
  expect(mails(desk)[1]).toMatch(/「在庫を連携」が2回.*「商品マスタを取得」が2回/s);
});

test("staff whose execution has no keys make no job fail", async () => {
  await open();
  for (let run = 0; run < 3; run++) await desk.importShipments(STAFF);
  expect(mails(desk)).toEqual([]);
});

test("orders that are cancelled with a number, or shipped, are told; one that nobody touched is not", async () => {
  const [labelled, shipped, untouched] = [A, B, "123456-20261123-0000000009"];
  desk = await openReports([{ orderNumber: labelled }, { orderNumber: shipped }, { orderNumber: untouched }]);
  enters(desk, labelled);
  enters(desk, shipped, { carrier: "", numbers: "", more: { 出荷ステータス: "出荷済" } });
  for (const number of [labelled, shipped, untouched]) desk.shop.cancel(number);
  await desk.importShipments();
  expect(mails(desk)).toHaveLength(1);
  expect(mails(desk)[0]).toMatch(/2件が、楽天でキャンセル/);
  expect(mails(desk)[0]).toContain(labelled);
  expect(mails(desk)[0]).toContain(shipped);
  expect(mails(desk)[0]).not.toContain(untouched);
  await desk.passes(61);
  await desk.importShipments();
  await reports(desk);
  expect(mails(desk)).toHaveLength(1);
});

test("a product that falls below zero is told once, by both ways", async () => {
  desk = await openStockDesk(["P", "Q"], [{ orderNumber: A, lines: [sold("P", 5)] }]);
  await setsWebhook(desk, SLACK_WEBHOOK);
  await desk.importShipments();
  await desk.run("syncStock");
  desk.types("在庫", "P", "棚卸数", 2);
  desk.types("在庫", "Q", "棚卸数", 2);
  await desk.run("syncStock");
  expect(mails(desk)).toHaveLength(1);
  expect(mails(desk)[0]).toMatch(/引当可能数が0より少なくなった商品が1件.*P/s);
  expect(posts(desk)).toEqual(mails(desk));
  await desk.passes(61);
  await desk.run("syncStock");
  expect(mails(desk)).toHaveLength(1);
});

test("when the shop has closed, the first run tells once that day what should have left and did not", async () => {
  desk = await openReports([
    { orderNumber: A, deliveryDate: "2026-11-24" },
    { orderNumber: B, deliveryDate: "2026-12-24" },
  ]);
  await desk.passes(6 * 60);
  await desk.importShipments();
  expect(mails(desk)).toEqual([]);
  await desk.passes(31);
  await desk.importShipments();
  await desk.passes(61);
  await desk.importShipments();
  expect(mails(desk)).toHaveLength(1);
  expect(mails(desk)[0]).toMatch(/1件がまだ出荷済になっていません/);
  expect(mails(desk)[0]).toContain(A);
  await desk.passes(24 * 60);
  await desk.importShipments();
  expect(mails(desk)).toHaveLength(2);
});

test("where no mail is left for the day, it waits, ダッシュボード says so, and it comes once there is", async () => {
  await open({ limits: { mailRecipientsPerDay: 11 } });
  await desk.run("testNotices");
  const own = mails(desk).length;
  expect(own).toBe(1);
  breaksKeys(desk);
  for (let run = 0; run < 2; run++) await desk.importShipments();
  expect(mails(desk)).toHaveLength(own);
  expect(noticeLine(desk)).toMatchObject({ 状態: "注意", 内容: expect.stringContaining("1日の上限") });
  await desk.passes(25 * 60);
  await desk.importShipments();
  expect(mails(desk).slice(own)).toEqual([expect.stringContaining("2回続けて失敗")]);
  expect(noticeLine(desk)).toMatchObject({ 状態: "正常" });
});

test.each([
  [{ status: 404 }, "要対応", /（404）.*登録し直して/],
  [{ status: 503 }, "注意", /混み合って/],
  [{ transport: "reset" as const }, "注意", /応答がありません/],
  [{ transport: "hang" as const }, "注意", /応答がありません/],
])(
  "a webhook that fails by %o is said on ダッシュボード, stops nothing, and gets what it missed",
  async (fault, state, detail) => {
    await open();
    await setsWebhook(desk, CHAT_WEBHOOK);
    desk.workbench.webhooks.fail(fault);
    breaksKeys(desk);
    for (let run = 0; run < 2; run++) await desk.importShipments();
    expect(mails(desk)).toHaveLength(1);
    expect(noticeLine(desk)).toMatchObject({ 状態: state, 内容: expect.stringMatching(detail) });
    desk.workbench.webhooks.fail();
    await desk.passes(61);
    await desk.importShipments();
    expect(posts(desk)).toEqual(mails(desk));
    expect(noticeLine(desk)).toMatchObject({ 状態: "正常" });
  },
);
