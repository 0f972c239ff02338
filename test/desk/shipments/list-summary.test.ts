import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const C = "123456-20261123-0000000003";

let desk: Desk;
afterEach(() => desk.close());

const listRow = () => desk.rows("ダッシュボード").find(({ 項目: item }) => item === "出荷リスト");

const runs = async () => {
  await desk.passes(1);
  await desk.importShipments();
};

test("ダッシュボード counts what is on the list, and asks for a look while something changed or waits", async () => {
  desk = await openDesk({
    orders: [{ orderNumber: A }, { orderNumber: B }, { orderNumber: C, deliveryName: "特急便" }],
  });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await runs();
  const detail = (counts: string) =>
    expect.stringMatching(new RegExp(`^${counts}発送前の行は、すべて11/24 \\d+:\\d+以降に`));
  expect(listRow()).toMatchObject({ 状態: "注意", 内容: detail("取込済 2件、要確認 1件。") });
  desk.types("配送サービスマスタ", "特急便", "配送会社", "1002 佐川急便", OPERATOR);
  await runs();
  expect(listRow()).toMatchObject({ 状態: "正常", 内容: detail("取込済 3件。") });
  desk.shop.change(A, { address: { subAddress: "試験町9-9-9" } });
  desk.shop.cancel(B);
  await runs();
  expect(listRow()).toMatchObject({ 状態: "注意", 内容: detail("取込済 1件、変更あり 1件、取消 1件。") });
});

test("a cancelled parcel with a tracking number is withheld from the shop, and counted, until a person confirms it", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }, { orderNumber: B }] });
  await runs();
  desk.types("出荷リスト", A, "伝票番号", "123456789012");
  desk.types("出荷リスト", B, "出荷ステータス", "出荷済");
  desk.shop.cancel(A);
  await runs();
  expect(listRow()).toMatchObject({
    状態: "注意",
    内容: expect.stringContaining("取消の行のうち1件に出荷の入力があります。「確認済」に"),
  });
  desk.types("出荷リスト", A, "確認済", true);
  await runs();
  expect(listRow()?.内容).not.toContain("確認済");
});

test("a tick from an earlier cancellation does not let a parcel through: it has to go, and be set anew after a run has seen that", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  await runs();
  desk.types("出荷リスト", A, "伝票番号", "123456789012");
  desk.shop.cancel(A, { progress: 800 });
  await runs();
  desk.types("出荷リスト", A, "確認済", true);
  await runs();
  expect(listRow()?.内容).not.toContain("確認済");
  desk.shop.setProgress(A, 300);
  await runs();
  desk.shop.cancel(A);
  await runs();
  const shown = () => [desk.rows("出荷リスト")[0]?.確認事項, listRow()?.内容];
  const asks = [expect.stringContaining("今回の取消より前"), expect.stringContaining("1件に出荷の入力があります")];
  expect(shown()).toEqual(asks);
  // Off and on again between two runs looks as if nothing had happened.
  desk.types("出荷リスト", A, "確認済", false);
  desk.types("出荷リスト", A, "確認済", true);
  await runs();
  expect(shown()).toEqual(asks);
  desk.types("出荷リスト", A, "確認済", false);
  await runs();
  expect(shown()).toEqual([undefined, asks[1]]);
  desk.types("出荷リスト", A, "確認済", true);
  await runs();
  expect(listRow()?.内容).not.toContain("確認済");
});
