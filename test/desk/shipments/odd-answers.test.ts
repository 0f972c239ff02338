import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
let desk: Desk;
afterEach(() => desk.close());

test.each(["#12345678", "#abcdefgh1234", "=1+1", "送料無料"])(
  "a delivery method called %s stops no import, now or later",
  async (deliveryName) => {
    desk = await openDesk({ orders: [{ orderNumber: A, deliveryName }, { orderNumber: B }] });
    for (const added of [2, 0])
      expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added }, faults: [] } });
    expect(desk.rows("配送サービスマスタ").filter((row) => row.楽天の配送方法名 === deliveryName)).toHaveLength(1);
    expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([A, B]);
  },
);

test("of two destinations with one 送付先ID neither vanishes: the row waits, and names both", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, packages: [{}, {}] }] });
  const [first] = desk.shop.orders()[0]?.packages ?? [];
  desk.shop.change(A, { overrides: { "PackageModelList.1.basketId": first?.basketId } });
  await desk.importShipments();
  const rows = desk.rows("出荷リスト");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ 連携状態: "要確認", 確認事項: expect.stringContaining("の送付先が2件あります") });
});

test.each([
  ["a text", "上書き"],
  ["a day", 46_500],
  ["an early number", 40],
])("%s that is typed as 個人情報の消去 takes no address off a parcel that is still to be sent", async (_, typed) => {
  const gift = { orderNumber: B, packages: [{ socialGift: {} }] };
  desk = await openDesk({ orders: [{ orderNumber: A }, gift] });
  await desk.importShipments();
  for (const number of [A, B]) desk.types("出荷リスト", number, "個人情報の消去", typed, OPERATOR);
  desk.shop.change(A, { memo: "急ぎ" });
  desk.shop.change(B, (order) => ({
    ...order,
    packages: order.packages.map((each) => ({
      ...each,
      socialGift: each.socialGift === null ? null : { ...each.socialGift, completed: desk.shop.now() },
    })),
  }));
  await desk.importShipments();
  for (const row of desk.rows("出荷リスト"))
    expect(row).toMatchObject({ お届け先氏名: expect.stringMatching(/./), 都道府県: "東京都" });
});
