import { expect, test } from "vitest";
import { serialOf } from "../../../src/core/jst.ts";
import { type StockFile, unpackedFile } from "../../../src/desk/stock/rules/stock-file.ts";
import { stockFile } from "../../../src/desk/stock/stock-file.ts";
import { clock } from "../../support/book.ts";
import { STOCK_SHEET, type StockSheet, stockSheet } from "../../support/stock-sheet.ts";

const at = serialOf(new Date("2026-11-24T09:15:00+09:00"));
const rows = [
  { productCode: "007", name: "=りんご", count: 10, safetyStock: 2, reserved: 3, unshipped: 1, countedAt: at },
  { productCode: "-A", name: "みかん" },
];

const answered = (sheets: StockSheet) => stockFile({ sheets, clock, report: () => {} });

function fileOf(sheets: StockSheet): StockFile {
  const answer = answered(sheets);
  if (!answer.done) throw new Error(answer.message);
  return unpackedFile(answer.file);
}

/** By header. */
const rowsOf = ({ headers, rows }: StockFile) =>
  rows.map((row) => Object.fromEntries(headers.map((header, place) => [header, row[place]])));

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const cells = (rowIndex: number, columnIndex: number, ...values: object[]) => ({
  updateCells: {
    start: { sheetId: STOCK_SHEET, rowIndex, columnIndex },
    rows: [{ values }],
    fields: "userEnteredValue,userEnteredFormat.numberFormat",
  },
});
const hide = (columnIndex: number) => ({
  updateDimensionProperties: {
    range: { sheetId: STOCK_SHEET, dimension: "COLUMNS", startIndex: columnIndex, endIndex: columnIndex + 1 },
    properties: { hiddenByUser: true },
    fields: "hiddenByUser",
  },
});
const addColumns = (length: number) => ({ appendDimension: { sheetId: STOCK_SHEET, dimension: "COLUMNS", length } });

test("the file has the rows and the columns of the sheet in their order: codes as they are, numbers plain, times as text", () => {
  const file = fileOf(stockSheet(rows));
  expect(file.name).toBe("在庫_20261124_1030");
  expect(file.headers.slice(0, 4)).toEqual(["商品コード", "状態", "商品名", "棚卸数"]);
  expect(rowsOf(file)).toMatchObject([
    {
      商品コード: "007",
      商品名: "=りんご",
      棚卸数: 10,
      実在庫: 10,
      出荷指示数: 3,
      未出荷数: 1,
      安全在庫: 2,
      引当可能数: 4,
      棚卸日時: "2026/11/24 09:15",
    },
    { 商品コード: "-A", 棚卸数: null, 実在庫: null, 引当可能数: null },
  ]);
});

test("what the add-on keeps for itself is not in the file, even where somebody shows it on the sheet", () => {
  const sheets = stockSheet(rows);
  const show = { hiddenByUser: false };
  const range = { sheetId: STOCK_SHEET, dimension: "COLUMNS", startIndex: 0 };
  sheets.edit({ updateDimensionProperties: { range, properties: show, fields: "hiddenByUser" } });
  expect(fileOf(sheets).headers.filter((header) => header.startsWith("照合"))).toEqual([]);
});

test("columns that people added are in the file, their dates as text; those that they hid are named and left out", () => {
  const sheets = stockSheet(rows);
  const own = sheets.grid()[0]!.length;
  const date = {
    userEnteredValue: { numberValue: Math.floor(at) },
    userEnteredFormat: { numberFormat: { type: "DATE" } },
  };
  sheets.edit(
    addColumns(4),
    cells(0, own, text("入荷予定"), text("仕入先"), text("原価"), text("")),
    cells(1, own, date, text("甲"), { userEnteredValue: { numberValue: 1200.5 } }, text("見出しなし")),
    hide(own + 1),
    hide(sheets.place("楽天の更新")),
  );
  const file = fileOf(sheets);
  expect(rowsOf(file)[0]).toMatchObject({ 入荷予定: "2026/11/24", 原価: 1200.5 });
  expect(file.headers).not.toContain("仕入先");
  expect(file.leftOut).toEqual({ hidden: ["楽天の更新", "仕入先"], unnamed: 1, keyless: 0, doubles: 0 });
});

test("rows without a code and second rows of a code are counted and left out", () => {
  const sheets = stockSheet(rows);
  sheets.edit(cells(3, 0, text("007")), cells(4, sheets.place("商品名"), text("メモ")));
  const file = fileOf(sheets);
  expect(rowsOf(file).map(({ 商品コード }) => 商品コード)).toEqual(["007", "-A"]);
  expect(file.leftOut).toMatchObject({ keyless: 1, doubles: 1 });
});

test("a column that moves while the sheet is read makes no file with cells under wrong headers", () => {
  const sheets = stockSheet(rows);
  const source = { sheetId: STOCK_SHEET, dimension: "COLUMNS", startIndex: 2, endIndex: 3 };
  sheets.before("get", () => sheets.edit({ moveDimension: { source, destinationIndex: 0 } }), 2);
  expect(answered(sheets)).toEqual({
    done: false,
    message: "読み取りの途中で「在庫」の列が変わりました。もう一度実行してください。",
  });
});

test("ten thousand products take two reads and travel in a few megabytes", () => {
  const orders = Array.from({ length: 4 }, (_, order) => `123456-20261124-000000000${order}×1`).join("\n");
  const sheets = stockSheet([]);
  const headers = sheets.grid()[0] as string[];
  const row = (product: number): Record<string, object> => ({
    商品コード: text(`code-${product}`),
    商品名: text("架空の商品の名前がここに入ります（赤・M）"),
    棚卸数: { userEnteredValue: { numberValue: product } },
    出荷指示数: { userEnteredValue: { numberValue: 4 } },
    出荷指示の注文番号: text(orders),
  });
  const values = (cellsOf: Record<string, object>) => ({ values: headers.map((header) => cellsOf[header] ?? {}) });
  const start = { sheetId: STOCK_SHEET, rowIndex: 1, columnIndex: 0 };
  const rows = Array.from({ length: 10_000 }, (_, product) => values(row(product)));
  sheets.edit(
    { appendDimension: { sheetId: STOCK_SHEET, dimension: "ROWS", length: 10_000 } },
    { updateCells: { start, rows, fields: "userEnteredValue" } },
  );
  const before = sheets.calls.length;
  const answer = answered(sheets);
  expect(sheets.calls.slice(before)).toEqual(["get", "get"]);
  if (!answer.done) throw new Error(answer.message);
  expect(unpackedFile(answer.file).rows).toHaveLength(10_000);
  expect(new TextEncoder().encode(answer.file).length).toBeLessThan(5_000_000);
});
