import { afterEach, expect, test } from "vitest";
import { fillMasters } from "../../../workbench/demo/masters.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const row = (at: number) => desk.rows("出荷リスト")[at];
const orders = [
  { orderNumber: A, deliveryName: "クール便" },
  { orderNumber: B, deliveryClass: 3 },
];

test("cold parcels wait for a temperature, and the next run settles them", async () => {
  desk = await openDesk({ orders });
  for (const method of ["クール便", "宅配便"])
    desk.types("配送サービスマスタ", method, "配送会社", "1001 ヤマト運輸", "operator@example.com");
  await desk.importShipments();
  expect(row(0)).toMatchObject({
    連携状態: "要確認",
    確認事項: expect.stringContaining("「クール便」の温度帯が未設定"),
  });
  expect(row(1)).toMatchObject({ 連携状態: "要確認", 確認事項: expect.stringContaining("配送区分は冷凍") });
  desk.types("配送サービスマスタ", "クール便", "温度帯", "冷蔵", "operator@example.com");
  desk.shop.change(B, (order) => ({ ...order, deliveryClass: 1 }));
  await desk.importShipments();
  expect(row(0)).toMatchObject({ 連携状態: "取込済", 温度帯: "冷蔵" });
  expect(row(1)).toMatchObject({ 連携状態: "取込済", 温度帯: "常温" });
});

test("the sandbox's own masters send its クール便 cold", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, deliveryName: "クール便" }] });
  fillMasters(desk.workbench);
  await desk.importShipments();
  expect(row(0)).toMatchObject({ 連携状態: "取込済", 温度帯: "冷蔵", 配送会社候補: "1001 ヤマト運輸" });
});
