import { expect, test } from "vitest";
import type { BreakdownAnswer } from "../../../src/desk/stock/rules/breakdown.ts";
import { stockBreakdown } from "../../../src/desk/stock/stock-breakdown.ts";
import type { Place } from "../../../src/platform/ports.ts";
import { clock } from "../../support/book.ts";
import { STOCK_SHEET, type StockSheet, stockSheet } from "../../support/stock-sheet.ts";

const order = (at: number) => `123456-20261124-000000000${at}`;
const rows = [
  {
    productCode: "A",
    name: "りんご",
    count: 10,
    safetyStock: 1,
    reserved: 3,
    reservedOrders: `${order(1)}×1\n${order(2)}×2`,
    unshipped: 4,
    unshippedOrders: `${order(3)}×4`,
  },
  { productCode: "007", name: "みかん", question: "商品マスタにありません。" },
];

/** What somebody is told who is in this row. */
const told = (sheets: StockSheet, selected: Place | undefined): BreakdownAnswer =>
  stockBreakdown({
    sheets,
    clock,
    screen: {
      toast: () => {},
      alert: () => {},
      ask: () => undefined,
      confirm: () => false,
      bringToFront: () => {},
      selected: () => selected,
    },
    report: () => {},
  });

test("the selected product is told with its figures and the orders behind them, by one small look at the sheet", () => {
  const sheets = stockSheet(rows);
  const before = sheets.calls.length;
  expect(told(sheets, { sheet: "在庫", index: 1 })).toMatchObject({
    done: true,
    breakdown: {
      productCode: "A",
      name: "りんご",
      onHand: 10,
      safetyStock: 1,
      sellable: 2,
      reserved: {
        figure: 3,
        shares: [
          { orderNumber: order(1), units: 1 },
          { orderNumber: order(2), units: 2 },
        ],
        differs: false,
      },
      unshipped: { figure: 4, shares: [{ orderNumber: order(3), units: 4 }] },
    },
  });
  expect(sheets.calls.slice(before)).toEqual(["get"]);
});

test("a product that nobody counted has no 実在庫, and its question is told", () => {
  expect(told(stockSheet(rows), { sheet: "在庫", index: 2 })).toMatchObject({
    breakdown: { productCode: "007", onHand: null, sellable: null, question: "商品マスタにありません。" },
  });
});

test("after somebody sorted the sheet, the row in which the person is counts", () => {
  const sheets = stockSheet(rows);
  const range = { sheetId: STOCK_SHEET, startRowIndex: 1, endRowIndex: 3 };
  const sortSpecs = [{ dimensionIndex: sheets.place("商品名"), sortOrder: "ASCENDING" }];
  sheets.edit({ sortRange: { range, sortSpecs } });
  expect(sheets.grid().map(([code]) => code)).toEqual(["商品コード", "007", "A"]);
  expect(told(sheets, { sheet: "在庫", index: 2 })).toMatchObject({ breakdown: { productCode: "A" } });
});

test.each<[string, Place | undefined, RegExp]>([
  ["the header", { sheet: "在庫", index: 0 }, /見出しの行です。「在庫」シートで.*セルを選んでください。$/],
  ["an empty row", { sheet: "在庫", index: 4 }, /^5行目には商品コードがありません。.*セルを選んでください。$/],
  ["another sheet", { sheet: "出荷リスト", index: 3 }, /^いま選んでいるのは「出荷リスト」シートです。「在庫」シートで/],
  ["no cell at all", undefined, /^「在庫」シートで、内訳を見たい商品の行のセルを選んでください。$/],
])("who is in %s is told where to go", (_, selected, message) => {
  expect(told(stockSheet(rows), selected)).toMatchObject({ done: false, message: expect.stringMatching(message) });
});

test("where a column is gone, its name and the cure are told", () => {
  const sheets = stockSheet(rows);
  const start = { sheetId: STOCK_SHEET, rowIndex: 0, columnIndex: sheets.place("出荷指示の注文番号") };
  sheets.edit({ updateCells: { start, rows: [{ values: [{}] }], fields: "userEnteredValue" } });
  expect(told(sheets, { sheet: "在庫", index: 1 })).toMatchObject({
    done: false,
    message: expect.stringMatching(/見出し「出荷指示の注文番号」がありません。.*「初期設定」を実行/),
  });
});
