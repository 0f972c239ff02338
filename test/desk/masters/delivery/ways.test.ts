import { afterEach, expect, test } from "vitest";
import { fillMasters } from "../../../../workbench/demo/masters.ts";
import { type Desk, openDesk } from "../../../support/desk.ts";

const OPERATOR = "operator@example.com";
const number = (at: number): string => `123456-20261123-000000000${at}`;
const [A, B, C, D] = [1, 2, 3, 4].map(number) as [string, string, string, string];
const SERIAL_1128 = 46_354;

let desk: Desk;
afterEach(() => desk.close());

const fills = (sheet: string, key: string, header: string, value: string | number): void =>
  desk.types(sheet, key, header, value, OPERATOR);

function adds(sheet: string, cells: readonly (string | number)[]): void {
  const values = cells.map((cell) => ({
    userEnteredValue: typeof cell === "number" ? { numberValue: cell } : { stringValue: cell },
  }));
  const rows = [{ values }];
  desk.batchUpdate([{ appendCells: { sheetId: desk.sheetId(sheet), rows, fields: "userEnteredValue" } }], OPERATOR);
}

const to = (prefecture: string, zipCode1: string, city: string) => ({ prefecture, zipCode1, city });
const orders = [
  { orderNumber: A, deliveryDate: "2026-11-28", address: to("沖縄県", "907", "石垣市") },
  { orderNumber: B, deliveryDate: "2026-11-28", address: to("北海道", "097", "稚内市") },
  { orderNumber: C, deliveryDate: "2026-11-28", address: to("東京都", "100", "小笠原村") },
  { orderNumber: D, deliveryDate: "2026-11-28" },
];

test("parcels that go further leave earlier: islands ask for their days first, and the next import takes what was filled in", async () => {
  desk = await openDesk({ orders });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  fills("配送日数マスタ", "北海道", "配送日数", 2);
  await desk.importShipments();
  const asks = { 連携状態: "要確認", 確認事項: expect.stringContaining("「配送日数マスタ」の「離島」") };
  expect(desk.rows("出荷リスト")).toMatchObject([
    asks,
    { 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 2 },
    asks,
    { 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 1 },
  ]);
  expect(desk.rows("出荷リスト")[0]).not.toHaveProperty("出荷予定日");
  fills("配送日数マスタ", "離島", "配送日数", 3);
  adds("配送日数マスタ", ["東京都小笠原村", "", "", 4]);
  await desk.passes(1);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([
    { 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 3 },
    { 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 2 },
    { 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 4 },
    { 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 1 },
  ]);
  expect(desk.rows("配送日数マスタ").find((row) => row.都道府県 === "離島")).not.toHaveProperty("状態");
});

test("a 離島 row that people deleted is added again by the first order that needs it", async () => {
  desk = await openDesk({ orders: [orders[0] as (typeof orders)[0]] });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  const rowIndex = desk.grid("配送日数マスタ").findIndex(([place]) => place === "離島");
  const range = {
    sheetId: desk.sheetId("配送日数マスタ"),
    dimension: "ROWS",
    startIndex: rowIndex,
    endIndex: rowIndex + 1,
  };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  await desk.importShipments();
  expect(desk.rows("配送日数マスタ").pop()).toEqual({ 都道府県: "離島", 状態: "要確認" });
});

test("a day on which the shop is closed moves the day to ship on to the one before, and the row says so without a stop", async () => {
  desk = await openDesk({ orders: [orders[3] as (typeof orders)[3]] });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  fills("休業日マスタ", "金曜日", "区分", "休業");
  adds("休業日マスタ", ["2026/11/26", "", "棚卸"]);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([
    { 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 3, 注意点: expect.stringContaining("2026/11/27 は休業日") },
  ]);
  adds("休業日マスタ", ["2026/11/27", "営業", "振替営業"]);
  await desk.passes(1);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "取込済", 出荷予定日: SERIAL_1128 - 1 }]);
  expect(desk.rows("出荷リスト")[0]).not.toHaveProperty("注意点");
});

test("a wish that can no longer be met is asked about until somebody begins to pack it", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, deliveryDate: "2026-11-24" }] });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([
    {
      連携状態: "要確認",
      出荷予定日: 46_349,
      確認事項: expect.stringMatching(/2026\/11\/23 を過ぎています.*購入者に連絡/),
    },
  ]);
  desk.types("出荷リスト", A, "伝票番号", "4257-9200-0001");
  await desk.passes(1);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "取込済", 出荷予定日: 46_349 }]);
});

test("orders bought with another carrier than the master's are counted on its row, and a row for that carrier says that it is meant", async () => {
  const from = (orderNumber: string, code: string) => ({
    orderNumber,
    packages: [{ defaultDeliveryCompanyCode: code }],
  });
  desk = await openDesk({ orders: [from(A, "1002"), from(B, "1002"), from(C, "1001"), from(D, "1000")] });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  await desk.importShipments();
  const difference = () =>
    desk.rows("配送サービスマスタ").find((row) => row.楽天の配送方法名 === "宅配便")?.楽天との違い;
  expect(difference()).toBe("1002 佐川急便 2件");
  expect(desk.rows("出荷リスト").map((row) => row.連携状態)).toEqual(["取込済", "取込済", "取込済", "取込済"]);
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    配送会社候補: "1001 ヤマト運輸",
    楽天の配送会社: "1002 佐川急便",
  });
  desk.shop.cancel(A);
  await desk.passes(1);
  await desk.importShipments();
  expect(difference()).toBe("1002 佐川急便 1件");
  adds("配送サービスマスタ", ["宅配便", "佐川急便", "", "1002 佐川急便", "飛脚宅配便"]);
  await desk.passes(1);
  await desk.importShipments();
  expect(difference()).toBeUndefined();
  expect(
    desk
      .rows("出荷リスト")
      .map((row) => row.配送会社候補)
      .slice(1),
  ).toEqual(["1002 佐川急便", "1001 ヤマト運輸", "1001 ヤマト運輸"]);
});

test("a sheet from before 楽天の配送会社 is named with its cure, and 初期設定 adds the column", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  const range = { sheetId: desk.sheetId("配送サービスマスタ"), dimension: "COLUMNS", startIndex: 1, endIndex: 2 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringMatching(/「配送サービスマスタ」.*「楽天の配送会社」.*「初期設定」/),
  });
  await desk.run("setUp");
  await desk.passes(1);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "取込済", 配送会社候補: "1001 ヤマト運輸" }]);
});

test("orders that fit a condition wait with its message, and follow what people change in the master later", async () => {
  desk = await openDesk({
    orders: [
      { orderNumber: A, remarks: "のし希望" },
      { orderNumber: B, remarks: "よろしくお願いします" },
    ],
  });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  adds("確認条件マスタ", ["備考", "含む", "ﾉｼ", "使わない条件", "停止"]);
  adds("確認条件マスタ", ["備考", "含む", "のし", "のしの内容を確認してください。"]);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([
    { 連携状態: "要確認", 確認事項: "のしの内容を確認してください。" },
    { 連携状態: "取込済" },
  ]);
  adds("確認条件マスタ", ["備考", "空でない", "", "備考があります。"]);
  await desk.passes(1);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([
    { 連携状態: "要確認", 確認事項: "のしの内容を確認してください。\n備考があります。" },
    { 連携状態: "要確認", 確認事項: "備考があります。" },
  ]);
  const rows = [{ values: [{ userEnteredValue: { stringValue: "停止" } }] }];
  for (const rowIndex of [2, 3]) {
    const start = { sheetId: desk.sheetId("確認条件マスタ"), rowIndex, columnIndex: 4 };
    desk.batchUpdate([{ updateCells: { start, rows, fields: "userEnteredValue" } }], OPERATOR);
  }
  await desk.passes(1);
  await desk.importShipments();
  expect(desk.rows("出荷リスト").map((row) => row.連携状態)).toEqual(["取込済", "取込済"]);
});

test("what a condition or a late wish asks is settled by 確認済, and a condition added later asks anew", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, remarks: "のし希望", deliveryDate: "2026-11-24" }] });
  fills("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  adds("確認条件マスタ", ["備考", "含む", "のし", "のしの内容を確認してください。"]);
  await desk.importShipments();
  const row = () => desk.rows("出荷リスト")[0];
  expect(row()).toMatchObject({ 連携状態: "要確認", 確認事項: expect.stringMatching(/を過ぎています.*\nのしの内容/) });
  desk.types("出荷リスト", A, "確認済", true);
  await desk.passes(1);
  await desk.importShipments();
  expect(row()).toMatchObject({ 連携状態: "取込済" });
  desk.types("出荷リスト", A, "確認済", false);
  adds("確認条件マスタ", ["商品コード", "空でない", "", "商品を確認してください。"]);
  await desk.passes(1);
  await desk.importShipments();
  expect(row()).toMatchObject({ 連携状態: "要確認", 確認事項: "商品を確認してください。" });
});

test("the sandbox's own masters can be used as they are", async () => {
  desk = await openDesk({ orders });
  fillMasters(desk.workbench);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
  expect(desk.rows("出荷リスト").map((row) => row.出荷予定日)).toEqual([
    SERIAL_1128 - 4,
    SERIAL_1128 - 3,
    SERIAL_1128 - 8,
    SERIAL_1128 - 1,
  ]);
});
