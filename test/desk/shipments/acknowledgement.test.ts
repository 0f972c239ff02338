import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";
const OPERATOR = "operator@example.com";

type Orders = NonNullable<Parameters<typeof openDesk>[0]>["orders"];

async function open(orders: Orders): Promise<void> {
  desk = await openDesk({ orders: orders ?? [] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.importShipments();
}

const shown = () =>
  desk.rows("出荷リスト").map((row) => ({ 連携状態: row.連携状態, 確認事項: row.確認事項, 変更内容: row.変更内容 }));

/** Deletes the row of 出荷リスト that people count as this one. */
const deletes = (row: number) =>
  desk.batchUpdate(
    [
      {
        deleteDimension: {
          range: { sheetId: desk.sheetId("出荷リスト"), dimension: "ROWS", startIndex: row - 1, endIndex: row },
        },
      },
    ],
    OPERATOR,
  );

test("staff acknowledge a change with 確認済; the next one comes up again and asks for a new tick", async () => {
  await open([{ orderNumber: A }]);
  desk.shop.change(A, { address: { subAddress: "試験町9" } });
  await desk.importShipments();
  const [{ 変更内容 } = { 変更内容: "" }] = shown();
  desk.types("出荷リスト", A, "確認済", true);
  await desk.importShipments();
  expect(shown()).toEqual([{ 連携状態: "取込済", 確認事項: undefined, 変更内容 }]);
  desk.shop.change(A, { address: { subAddress: "試験町10" } });
  await desk.importShipments();
  expect(shown()).toMatchObject([{ 連携状態: "変更あり", 確認事項: expect.stringContaining("今回の変更より前") }]);
  desk.types("出荷リスト", A, "確認済", false);
  await desk.importShipments();
  desk.types("出荷リスト", A, "確認済", true);
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 1 } } });
  expect(shown()).toMatchObject([{ 連携状態: "取込済", 確認事項: undefined }]);
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 0 } } });
});

test("cash on delivery to two destinations is settled on each row by its own tick", async () => {
  await open([{ orderNumber: A, settlementMethodCode: 2, packages: [{}, {}] }]);
  expect(shown()).toMatchObject([{ 連携状態: "要確認" }, { 連携状態: "要確認" }]);
  desk.types("出荷リスト", A, "確認済", true);
  await desk.importShipments();
  expect(shown()).toMatchObject([{ 連携状態: "取込済", 確認事項: undefined }, { 連携状態: "要確認" }]);
  expect(desk.rows("出荷リスト")[0]?.確認した内容).toContain("代金引換で送付先が複数です");
});

test("a row that somebody deleted comes back and says that it was there; a destination among others says so too", async () => {
  await open([{ orderNumber: A, packages: [{}, {}] }]);
  deletes(3);
  await desk.importShipments();
  const again = expect.stringMatching(/^11\/24 \d+:\d+ 以前も出荷リストにありました/);
  expect(shown()).toMatchObject([{ 連携状態: "取込済" }, { 連携状態: "変更あり", 変更内容: again }]);
  deletes(2);
  deletes(2);
  await desk.importShipments();
  expect(shown()).toMatchObject([
    { 連携状態: "変更あり", 変更内容: again },
    { 連携状態: "変更あり", 変更内容: again },
  ]);
});

test("an order whose amounts are not fixed yet is held, and goes on once they are", async () => {
  desk = await openDesk({
    orders: [{ orderNumber: A, progress: 100, settlementMethodCode: 2, packages: [{ postage: null }] }],
  });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  desk.types("支払方法マスタ", "2", "連携対象支払方法ステータス", "100 注文確認待ち", OPERATOR);
  await desk.importShipments();
  expect(shown()).toMatchObject([{ 連携状態: "保留", 確認事項: expect.stringMatching(/送料.*請求金額.*未確定/) }]);
  desk.shop.change(A, (order) => ({
    ...order,
    packages: order.packages.map((each) => ({ ...each, postage: 800 })),
  }));
  await desk.importShipments();
  expect(shown()).toEqual([{ 連携状態: "取込済", 確認事項: undefined, 変更内容: undefined }]);
});
