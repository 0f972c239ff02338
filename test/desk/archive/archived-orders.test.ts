import { afterAll, beforeAll, expect, test } from "vitest";
import type { Notice } from "../../../src/run/notice.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import { A, B, enters, LIST, openReports, PARCELS, reports, TODAY } from "../../support/report-desk.ts";

const DAY = 24 * 60;
const PLACE = "出荷シート 保管 2026年11月";

let desk: Desk;
let asked = "";
let moved: Notice;

/** A is shipped and reported, B waits; six days later A is older than its five days. */
beforeAll(async () => {
  desk = await openReports([{ orderNumber: A }, { orderNumber: B }], {
    answer: ({ buttons }) => ({ button: "OK", text: buttons === "OK_CANCEL" ? asked : "" }),
  });
  await desk.run("saveSettings", OPERATOR, [{ settings: { archiveAfterDays: 5 } }]);
  enters(desk, A, { numbers: PARCELS[0] as string, shippedOn: TODAY, more: { 出荷ステータス: "出荷済" } });
  await reports(desk);
  await desk.importShipments();
  await desk.passes(6 * DAY);
  await desk.importShipments();
  moved = (await desk.run("housekeeping")).value as Notice;
});
afterAll(() => desk.close());

const told = async (fn: string, number: string, user = OPERATOR): Promise<string> => {
  asked = number;
  await desk.run(fn, user);
  const alert = desk.ui.shown.filter(({ kind }) => kind === "alert").pop();
  return alert?.kind === "alert" ? alert.prompt : "";
};
const listed = () => desk.rows(LIST).map((row) => row.注文番号);

test("日次整理 takes an order that was shipped long ago off the list, and says so", () => {
  expect(moved).toMatchObject({ remedy: "none", report: { counts: { moved: 1 }, finished: true } });
  expect(moved.message).toContain("保管 1件");
  expect(listed()).toEqual([B]);
  expect(desk.rows("出荷明細").map((row) => row.注文番号)).toEqual([B]);
});

test("過去の出荷を探す tells where an order is and what became of it, on the list and in the archive", async () => {
  expect(await told("findShipped", A)).toMatch(
    new RegExp(
      `「${PLACE}」に保管しています。\\n送付先 \\d+ / 出荷済 / .*ヤマト運輸 / 伝票番号 ${PARCELS[0]} / 発送日 2026/11/24\\n\\nhttps://docs.google.com/`,
    ),
  );
  expect(await told("findShipped", B)).toMatch(/は「出荷リスト」にあります。\n2行目: 送付先 \d+ \/ 取込済/);
  expect(await told("findShipped", "123456-20261123-0000000009")).toContain("保管先にも見つかりません");
  expect(await told("findShipped", "こんにちは")).toContain("注文番号の形式");
  expect(await told("findShipped", A, STAFF)).toContain("共有（編集者）を依頼してください");
});

test("an archived order that Rakuten has at 300 again does not come back, and counts in no figure", async () => {
  desk.shop.setProgress(A, 300);
  const { report } = await desk.importShipments();
  expect(report?.counts.skipped).toEqual({ 保管済みの注文: 1 });
  expect(listed()).toEqual([B]);
  const preview = (await desk.run("previewShipments", OPERATOR, [])).value as { preview: { skipped: object } };
  expect(preview.preview.skipped).toEqual({ 保管済みの注文: 1 });
  await desk.run("syncStock");
  const orders = desk.rows("在庫").map((row) => `${row.出荷指示の注文番号 ?? ""}${row.未出荷の注文番号 ?? ""}`);
  expect(orders.join()).not.toContain(A);
  expect((await reports(desk)).remedy).toBe("none");
  expect(await told("askForOrder", A)).toContain(`「300 発送待ち」です。${PLACE}へ移した注文です。`);
});
