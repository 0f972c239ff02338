import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { noteOn, typesRow } from "../../support/sheet-cells.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";

let desk: Desk;
afterEach(() => desk.close());

/** Orders of one of each of these pages, in a shop whose 宅配便 is set. */
async function open(orders: Readonly<Record<string, string>>): Promise<void> {
  desk = await openDesk({
    orders: Object.entries(orders).map(([orderNumber, manageNumber]) => ({
      orderNumber,
      lines: [{ manageNumber, units: 2 }],
    })),
  });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
}

const line = (order: string) => desk.rows("出荷明細").find((row) => row.注文番号 === order);
const row = (order: string) => desk.rows("出荷リスト").find((one) => one.注文番号 === order);

test("the parts of a set stand on its line; one with a faulty row is named there, on the list, in the log and on its cell, until it is mended", async () => {
  await open({ [A]: "gift-a", [B]: "gift-b" });
  for (const code of ["part-1", "part-2"]) typesRow(desk, "商品マスタ", { 商品コード: code, 商品名: code });
  typesRow(desk, "セット商品", { セット商品コード: "GIFT-A", 部品の商品コード: "part-1", 数量: 1 });
  typesRow(desk, "セット商品", { セット商品コード: "gift-a", 部品の商品コード: "part-2", 数量: 3 });
  typesRow(desk, "セット商品", { セット商品コード: "gift-b", 部品の商品コード: "part-9", 数量: 1, 備考: "新作" });

  expect(await desk.importShipments()).toMatchObject({
    remedy: "none",
    message: expect.stringContaining("エラー 1件"),
  });
  expect(line(A)).toMatchObject({ 商品コード: "gift-a", 数量: 2, セット内訳: "part-1 × 2\npart-2 × 6" });
  expect(row(A)).toMatchObject({ 連携状態: "取込済" });
  expect(line(B)).toMatchObject({ 確認事項: expect.stringContaining("セット商品「gift-b」") });
  expect(row(B)).toMatchObject({ 連携状態: "要確認", 確認事項: line(B)?.確認事項 });
  expect(noteOn(desk, "セット商品", 4, "部品の商品コード")).toContain("にもない商品コードです");
  expect(desk.rows("連携ログ")).toContainEqual(
    expect.objectContaining({
      結果: "エラー",
      メッセージ: expect.stringContaining("セット商品「gift-b」: 「セット商品」4行目「部品の商品コード」"),
    }),
  );
  expect(desk.rows("ダッシュボード")).toContainEqual(expect.objectContaining({ 項目: "出荷指示を取得", 状態: "注意" }));

  desk.types("セット商品", "gift-b", "部品の商品コード", "part-1");
  await desk.passes(1);
  expect(await desk.importShipments()).toMatchObject({ report: { faults: [], counts: { updated: 1 } } });
  expect(line(B)).toMatchObject({ セット内訳: "part-1 × 2" });
  expect(row(B)).toMatchObject({ 連携状態: "取込済" });
  expect(row(B)?.変更内容).toBeUndefined();
  expect(noteOn(desk, "セット商品", 4, "部品の商品コード")).toBeUndefined();
  expect(desk.rows("連携ログ").map(({ 結果 }) => 結果)).toContain("解消");
});

test("a shop that has not fetched its products yet may write sets; nothing is asked twice of a master that did not change", async () => {
  await open({ [A]: "gift-a" });
  typesRow(desk, "セット商品", { セット商品コード: "gift-a", 部品の商品コード: "part-1", 数量: 1 });
  await desk.importShipments();
  expect(line(A)).toMatchObject({ セット内訳: "part-1 × 2" });
  expect(await desk.importShipments()).toMatchObject({ report: { faults: [], counts: { updated: 0 } } });
});

test("the preview and the answer about an order know the sets too", async () => {
  await open({ [A]: "gift-a" });
  typesRow(desk, "セット商品", { セット商品コード: "gift-a", 部品の商品コード: "part-1", 数量: 0 });
  const { value } = await desk.run("previewShipments");
  expect(value).toMatchObject({
    done: true,
    preview: {
      entries: [{ kind: "新規", detail: expect.stringContaining("セット商品「gift-a」") }],
      faults: [expect.stringContaining("2行目「数量」")],
    },
  });
});

test("a master that stops the run takes no mark from a set that is still faulty", async () => {
  await open({ [A]: "gift-a" });
  typesRow(desk, "セット商品", { セット商品コード: "gift-a", 部品の商品コード: "part-1", 数量: 0 });
  await desk.importShipments();
  desk.types("支払方法マスタ", "デフォルト", "連携対象支払方法ステータス", "", OPERATOR);
  expect(await desk.importShipments()).toMatchObject({ remedy: "fix", message: expect.not.stringContaining("セット") });
  expect(noteOn(desk, "セット商品", 2, "数量")).toContain("整数を入力");
});
