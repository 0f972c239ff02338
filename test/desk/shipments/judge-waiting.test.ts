import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../support/desk.ts";

const OPERATOR = "operator@example.com";
const number = (at: number): string => `123456-20261123-000000000${at}`;

let desk: Desk;
afterEach(() => desk.close());

const orders = [
  { orderNumber: number(1), deliveryName: "宅配便" },
  { orderNumber: number(2), deliveryName: "宅配便" },
  { orderNumber: number(3), deliveryName: "メール便" },
];
const states = () => desk.rows("出荷リスト").map((row) => row.連携状態);

test("filling in a master settles the rows that waited for it without a call to Rakuten, and the message says how many still wait", async () => {
  desk = await openDesk({ orders });
  await desk.importShipments();
  expect(states()).toEqual(["要確認", "要確認", "要確認"]);
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.passes(1);
  const calls = desk.workbench.sandbox.calls.get("getOrder");
  const { value } = await desk.run("judgeWaiting");
  expect(value).toMatchObject({ remedy: "none", message: expect.stringMatching(/要確認 3 → 1件。$/), rmsCalls: 0 });
  expect(desk.workbench.sandbox.calls.get("getOrder")).toBe(calls);
  expect(states()).toEqual(["取込済", "取込済", "要確認"]);
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 配送会社候補: "1001 ヤマト運輸" });
  expect(desk.rows("配送サービスマスタ").find((row) => row.楽天の配送方法名 === "宅配便")).not.toHaveProperty("状態");
  expect(desk.rows("連携ログ").pop()).toMatchObject({ 結果: "完了", ジョブ: "確認事項を再判定" });
});

test("the import that follows finds nothing to change on rows that were judged without it", async () => {
  desk = await openDesk({ orders });
  await desk.importShipments();
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.run("judgeWaiting");
  const rows = () => desk.rows("出荷リスト").map(({ 最終確認日時: _, ...row }) => row);
  const before = rows();
  await desk.passes(1);
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 0 } } });
  expect(rows()).toEqual(before);
});

test("rows whose cells somebody typed over, and ticked rows, are left to the import, which asks the shop", async () => {
  desk = await openDesk({ orders });
  await desk.importShipments();
  desk.types("出荷リスト", number(1), "配送方法", "メール便", OPERATOR);
  desk.types("出荷リスト", number(2), "確認済", true);
  for (const method of ["宅配便", "メール便"])
    desk.types("配送サービスマスタ", method, "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.run("judgeWaiting");
  expect(states()).toEqual(["要確認", "要確認", "取込済"]);
  await desk.passes(1);
  await desk.importShipments();
  expect(states()).toEqual(["変更あり", "取込済", "取込済"]);
});

test("a value that no master knew on the way is added for people to fill in", async () => {
  desk = await openDesk({ orders: [{ orderNumber: number(1), deliveryName: "宅配便", shippingTerm: 2 }] });
  await desk.importShipments();
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.run("judgeWaiting");
  expect(states()).toEqual(["要確認"]);
  expect(desk.rows("配送時間帯マスタ").pop()).toMatchObject({
    配送会社: "1001 ヤマト運輸",
    楽天の時間帯: "午後",
    状態: "要確認",
  });
});
