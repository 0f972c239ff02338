import { afterEach, expect, test } from "vitest";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { attendedDesk, lineOf, looks, runsOf } from "../../support/automation.ts";
import type { Desk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261124-0000000002";
const IMPORT = "出荷指示を取得";
const NOTHING = { schedule: {} };

let desk: Desk;
afterEach(() => desk.close());

const orders = () => desk.rows("出荷リスト").map((row) => row.注文番号);
const startedAt = (title: string) =>
  runsOf(desk, title).map((row) =>
    new Date(Math.round(((row.日時 as number) % 1) * 1440) * 60_000).toISOString().slice(11, 16),
  );

test("jobs run by themselves at their slots, counted from midnight, and once a slot", async () => {
  desk = await attendedDesk({}, { orders: [{ orderNumber: A }] });
  await looks(desk, 29);
  expect(orders()).toEqual([]);
  await looks(desk, 5);
  expect(orders()).toEqual([A]);
  desk.shop.add({ orderNumber: B });
  await looks(desk, 25);
  expect(orders()).toEqual([A]);
  await looks(desk, 5);
  expect(orders()).toEqual([A, B]);
  expect(runsOf(desk, IMPORT)).toHaveLength(2);
});

test("a look that finds nothing to do ends after two calls", async () => {
  desk = await attendedDesk(NOTHING);
  // The first one has to find its cell.
  await looks(desk, 6);
  const found = await looks(desk, 20);
  expect(found.map(({ outcome, calls }) => [outcome, calls.map(({ name }) => name)])).toEqual(
    Array(4).fill(["completed", ["Properties.getProperties", "Sheets.Spreadsheets.batchUpdate"]]),
  );
});

test("the line 自動連携 tells who looks after the sheet, and when somebody last did", async () => {
  desk = await attendedDesk(NOTHING);
  await looks(desk, 7);
  expect(lineOf(desk, "自動連携")).toMatchObject({ 状態: "正常", 内容: expect.stringContaining(OPERATOR) });
  const seen = lineOf(desk, "自動連携").更新日時 as number;
  await looks(desk, 5);
  expect((lineOf(desk, "自動連携").更新日時 as number) - seen).toBeCloseTo(5 / 1440, 6);
});

test("jobs at set times run in the order in which they fell due, and no more often", async () => {
  const schedule = {
    "sync-stock": { every: null, times: ["11:02", "11:31"] },
    "import-products": { every: null, times: ["11:01"] },
  };
  desk = await attendedDesk({ schedule });
  await looks(desk, 75);
  expect(startedAt("商品マスタを取得")).toEqual(["11:05"]);
  expect(startedAt("在庫を連携")).toEqual(["11:05", "11:35"]);
  const [first] = desk
    .rows("連携ログ")
    .filter((row) => row.ジョブ === "商品マスタを取得" || row.ジョブ === "在庫を連携");
  expect(first?.ジョブ).toBe("商品マスタを取得");
});

test("while the connection is switched off nothing that is scheduled runs", async () => {
  desk = await attendedDesk({ enabled: false });
  await looks(desk, 65);
  expect(runsOf(desk, IMPORT)).toEqual([]);
  expect(lineOf(desk, IMPORT).次回予定).toBeUndefined();
});

test("a job whose time was set only after it had passed today waits for tomorrow", async () => {
  desk = await attendedDesk(NOTHING);
  const schedule = { "report-shipments": { every: null, times: ["09:00"] } };
  await desk.run("saveSettings", OPERATOR, [{ settings: { schedule } }]);
  await looks(desk, 60);
  expect(runsOf(desk, "出荷実績を送信")).toEqual([]);
});

test("next runs stand on ダッシュボード as soon as they are set, and go when 自動連携 is stopped", async () => {
  desk = await attendedDesk();
  const at = (item: string) => Math.round(((lineOf(desk, item).次回予定 as number) % 1) * 1440) / 60;
  expect(at(IMPORT)).toBe(11);
  await desk.run("saveSettings", OPERATOR, [
    { settings: { schedule: { "sync-stock": { every: null, times: ["23:30"] } } } },
  ]);
  expect(at("在庫を連携")).toBe(23.5);
  expect(lineOf(desk, IMPORT).次回予定).toBeUndefined();
});

test("a look while somebody is at work starts nothing; the job runs at the next", async () => {
  desk = await attendedDesk({}, { orders: [{ orderNumber: A }] });
  await desk.passes(29.9);
  desk.faults.next("searchOrder", { transport: "hang" }, { transport: "hang" });
  const menu = desk.importShipments();
  await looks(desk, 1);
  expect((await menu).remedy).toBe("none");
  expect(runsOf(desk, IMPORT)).toHaveLength(1);
  await looks(desk, 5);
  expect(runsOf(desk, IMPORT)).toHaveLength(2);
});

test("while RMS is away a job rests ever longer, and is made up for when it is back", async () => {
  desk = await attendedDesk(
    { schedule: { "import-shipments": { every: 10, times: [] } } },
    { orders: [{ orderNumber: A }] },
  );
  desk.faults.plan([{ kind: "503", rate: 1 }]);
  await looks(desk, 120);
  expect(startedAt(IMPORT)).toEqual(["10:40", "10:45", "11:00", "11:30", "12:30"]);
  expect(lineOf(desk, IMPORT)).toMatchObject({ 状態: "異常" });
  desk.faults.clear();
  await looks(desk, 61);
  expect(orders()).toEqual([A]);
  expect(lineOf(desk, IMPORT)).toMatchObject({ 状態: "正常" });
});

test("staff who call the tick themselves start nothing", async () => {
  desk = await attendedDesk({}, { orders: [{ orderNumber: A }] });
  await desk.passes(28);
  for (const event of [undefined, {}, { triggerUid: "1" }, { triggerUid: 7 }, "now"]) {
    const { outcome, calls } = await desk.run("tick", STAFF, event === undefined ? [] : [event]);
    expect(outcome).toBe("completed");
    expect(calls.filter(({ service }) => service === "UrlFetchApp" || service === "Sheets")).toEqual([]);
  }
});

test("接続を確認 runs every morning by itself", async () => {
  desk = await attendedDesk(NOTHING);
  await looks(desk, 20 * 60 + 40);
  const checked = lineOf(desk, "楽天との接続");
  expect(checked).toMatchObject({ 状態: "正常", 内容: "すべての機能を利用できます。" });
  expect(Math.round(((checked.更新日時 as number) % 1) * 1440)).toBe(7 * 60);
});
