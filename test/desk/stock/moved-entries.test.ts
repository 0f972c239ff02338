import { afterEach, expect, test } from "vitest";
import { OPERATOR } from "../../../workbench/people.ts";
import type { Desk } from "../../support/desk.ts";
import { noteOn, typesRow } from "../../support/sheet-cells.ts";
import { openStockDesk, sold, stockRow, syncs } from "../../support/stock-desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";

let desk: Desk;
afterEach(() => desk.close());

/** Sorts the two rows of a sheet by one column of people's, and nothing but the columns from there up to another. */
function sortsBlock(sheet: string, header: string, before: string): void {
  const headers = desk.grid(sheet)[0] ?? [];
  const [startColumnIndex, endColumnIndex] = [headers.indexOf(header), headers.indexOf(before)];
  const range = { sheetId: desk.sheetId(sheet), startRowIndex: 1, endRowIndex: 3, startColumnIndex, endColumnIndex };
  desk.batchUpdate([
    { sortRange: { range, sortSpecs: [{ dimensionIndex: startColumnIndex, sortOrder: "DESCENDING" }] } },
  ]);
}

test("counts that somebody sorted apart from their products come home, and the message says so", async () => {
  desk = await openStockDesk(["A", "B"], []);
  desk.types("在庫", "A", "棚卸数", 3);
  desk.types("在庫", "B", "棚卸数", 8);
  await syncs(desk);
  sortsBlock("在庫", "棚卸数", "安全在庫");
  expect(await syncs(desk)).toMatchObject({ message: expect.stringContaining("戻した入力 2件") });
  expect([stockRow(desk, "A"), stockRow(desk, "B")]).toMatchObject([{ 実在庫: 3 }, { 実在庫: 8 }]);
  expect(desk.rows("入出庫")).toHaveLength(2);
});

test("entries that moved on 出荷リスト are left to the import, which tells it on their rows", async () => {
  desk = await openStockDesk(
    ["A"],
    [
      { orderNumber: A, lines: [sold("A", 2)] },
      { orderNumber: B, lines: [sold("A", 3)] },
    ],
  );
  desk.types("在庫", "A", "棚卸数", 10);
  await desk.importShipments();
  await syncs(desk);
  desk.types("出荷リスト", A, "出荷ステータス", "出荷済");
  desk.types("出荷リスト", B, "出荷ステータス", "未着手");
  await desk.importShipments();
  sortsBlock("出荷リスト", "出荷ステータス", "作業メモ");
  await syncs(desk);
  expect(stockRow(desk, "A")).toMatchObject({ 実在庫: 8, 出荷指示の注文番号: `${B}×3` });
  expect(await desk.importShipments()).toMatchObject({ message: expect.stringContaining("戻した入力 2件") });
});

test("a set that people take away while the run asks the shop does not come back", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("A", 2)] }]);
  typesRow(desk, "セット商品", { セット商品コード: "SET-1", 部品の商品コード: "A", 数量: 3 });
  await syncs(desk);
  desk.types("在庫", "A", "棚卸数", 10);
  const range = { sheetId: desk.sheetId("セット商品"), dimension: "ROWS", startIndex: 1, endIndex: 2 };
  desk.faults.next("searchOrder", { shop: () => desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR) });
  expect(await syncs(desk)).toMatchObject({ remedy: "none" });
  expect(desk.rows("セット商品")).toEqual([]);
  expect(stockRow(desk, "A")).toMatchObject({ 実在庫: 10, 引当可能数: 8 });
});

test("a count that cannot be read stays red while products and orders are fetched, until a count of the stock could use it", async () => {
  desk = await openStockDesk(["A"], [{ orderNumber: A, lines: [sold("A", 2)] }]);
  desk.types("在庫", "A", "棚卸数", "12個");
  await syncs(desk);
  expect(noteOn(desk, "在庫", 2, "棚卸数")).toContain("【要修正】");
  await desk.run("importProducts");
  await desk.importShipments();
  expect(noteOn(desk, "在庫", 2, "棚卸数")).toContain("【要修正】");
  desk.types("在庫", "A", "棚卸数", 12);
  await syncs(desk);
  expect(noteOn(desk, "在庫", 2, "棚卸数")).toBeUndefined();
});
