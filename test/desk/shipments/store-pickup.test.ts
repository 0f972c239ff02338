import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../support/desk.ts";
import { store } from "../../support/order.ts";

let desk: Desk;
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
test("a parcel for a store shows the store's address, and another store is told as another address is", async () => {
  desk = await openDesk({
    orders: [
      { orderNumber: A, deliveryName: "コンビニ受取", packages: [{ cvs: store }] },
      { orderNumber: B, deliveryName: "コンビニ受取" },
    ],
  });
  desk.types("配送サービスマスタ", "コンビニ受取", "配送会社", "1001 ヤマト運輸", "operator@example.com");
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([
    {
      連携状態: "取込済",
      置き配: "店舗受取",
      お届け先氏名: "見本 太郎",
      郵便番号: "100-0001",
      "番地・建物": "架空区店前町9 ローソン 架空店 店舗コード012345",
    },
    { 連携状態: "要確認", 確認事項: expect.stringContaining("受取店舗がありません") },
  ]);
  desk.shop.change(A, (order) => ({
    ...order,
    packages: order.packages.map((each) => ({ ...each, cvs: { ...store, storeName: "別店", storeAddress: "別町1" } })),
  }));
  await desk.importShipments();
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    連携状態: "変更あり",
    変更内容: expect.stringMatching(/番地・建物: .*架空店 .* → 別町1 ローソン 別店 /),
  });
});
