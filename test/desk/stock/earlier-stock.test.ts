import { beforeEach, expect, test } from "vitest";
import { sheetNames } from "../../../src/core/sheet-names.ts";
import { ledgerPass, ledgerTables } from "../../../src/desk/ledger/ledger-pass.ts";
import { safetyStock } from "../../../src/desk/products/goods-columns.ts";
import { productTable } from "../../../src/desk/products/product-table.ts";
import { readSets } from "../../../src/desk/sets/sets.ts";
import type { Spreadsheet } from "../../../src/platform/ports.ts";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { formula, number, seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable, type Table } from "../../../src/workbook/declare/table.ts";
import { HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../../src/workbook/set-up/look.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

/** 在庫 as it was before there was a ledger: people typed 実在庫 itself. */
const earlierTable = defineTable({
  sheet: sheetNames.stock,
  key: ["productCode"],
  columns: {
    productCode: text("商品コード", { note: "説明", writer: "products" }),
    name: text("商品名", { note: "説明", writer: "products" }),
    onHand: number("実在庫", { note: "数えた在庫数を入力してください。", writer: "staff" }),
    staffKey: staffKey(),
    safetyStock,
    reserved: number("出荷指示数", { note: "説明", writer: "stock" }),
    unshipped: number("未出荷数", { note: "説明", writer: "stock" }),
    sellable: formula("引当可能数", {
      note: "説明",
      formula: 'IF(ISBLANK({onHand}),"",{onHand}-{reserved}-{unshipped}-{safetyStock})',
    }),
    shopStock: number("楽天在庫数", { note: "説明", writer: "shopStock" }),
    reservedOrders: text("出荷指示の注文番号", { note: "説明", writer: "stock" }),
    unshippedOrders: text("未出荷の注文番号", { note: "説明", writer: "stock" }),
    seal: seal({ writer: "stock" }),
    nameSeal: seal({ writer: "products" }, "照合（商品）"),
    shopStockSeal: seal({ writer: "shopStock" }, "照合（楽天在庫数）"),
  },
});

const tables = [...ledgerTables, productTable];
const others = tables.filter(({ sheet }) => sheet !== sheetNames.stock);

let sheets: EngineSheets;
const update = (requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });

/** How many requests it took. */
function setUp(with_: readonly Table[]): number {
  const book = sheets.get({ fields: SHEET_FIELDS }) as Spreadsheet;
  const ranges = setUpRanges(book, with_);
  const looked = ranges.length === 0 ? {} : sheets.get({ ranges, fields: HEADER_FIELDS });
  const requests = setUpRequests(book, looked, { tables: with_, who: "" });
  if (requests.length > 0) update(requests);
  return requests.length;
}

const grid = (render: string): unknown[][] => {
  const path = `/values/${encodeURIComponent("在庫")}?valueRenderOption=${render}`;
  return (sheets.request("GET", path) as { values: unknown[][] }).values;
};

const rows = (render = "UNFORMATTED_VALUE"): Record<string, unknown>[] => {
  const [headers = [], ...below] = grid(render);
  return below.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ""])));
};

/** Types into a column of the rows under the header. */
function types(header: string, ...cells: (number | string | null)[]): void {
  const columnIndex = (grid("FORMULA")[0] ?? []).indexOf(header);
  const sheetId = 1001;
  const values = cells.map((cell) => ({
    values: [
      {
        userEnteredValue:
          cell === null ? {} : typeof cell === "number" ? { numberValue: cell } : { formulaValue: cell },
      },
    ],
  }));
  update([{ updateCells: { start: { sheetId, rowIndex: 1, columnIndex }, rows: values, fields: "userEnteredValue" } }]);
}

beforeEach(() => {
  sheets = engineSheets();
  setUp([earlierTable]);
  const book = openBook({ sheets, clock, tables: [earlierTable], run: "earlier" });
  book
    .plan([
      rowsFor(
        earlierTable,
        "products",
        ["A", "B", "C"].map((productCode) => ({ productCode, name: productCode })),
      ),
    ])
    .commit({ mend: true });
  types("実在庫", 12, null, 0);
  types("安全在庫", 2, 1, null);
});

test("what people typed as 実在庫 is the 棚卸数 after 初期設定, and 実在庫 shows it", () => {
  setUp([...others, ...tables.filter((table) => !others.includes(table))]);
  expect(rows().map((row) => [row.棚卸数, row.安全在庫, row.実在庫, row.引当可能数])).toEqual([
    [12, 2, 12, 10],
    ["", 1, "", ""],
    [0, "", 0, 0],
  ]);
  expect(grid("FORMULA")[0]?.filter((header) => header === "実在庫" || header === "棚卸数")).toHaveLength(2);
});

test("a second 初期設定 finds nothing to do", () => {
  setUp(tables);
  expect(setUp(tables)).toBe(0);
});

test("the first pass over the ledger records it as a count, and asks nobody whose it is", () => {
  setUp(tables);
  const book = openBook({ sheets, clock, tables, run: "first" });
  const pass = ledgerPass(book, readSets(book), { now: clock.now(), who: "" });
  expect([pass.counts.counted, pass.cellFaults, pass.onHand]).toEqual([
    2,
    [],
    new Map([
      ["A", 12],
      ["C", 0],
    ]),
  ]);
});

test("a formula that people wrote over 引当可能数 stays", () => {
  types("引当可能数", "=1+1");
  setUp(tables);
  expect(rows("FORMULA")[0]?.引当可能数).toBe("=1+1");
  expect(rows("FORMULA")[1]?.引当可能数).toContain("ISNUMBER");
});

test("until 初期設定 a run says that it is missing, and writes nothing", () => {
  setUp(others);
  expect(() => openBook({ sheets, clock, tables, run: "too early" })).toThrow(/「在庫」シートに見出し.*「棚卸数」/);
});
