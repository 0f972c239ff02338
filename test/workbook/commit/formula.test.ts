import { beforeEach, expect, test } from "vitest";
import type { Spreadsheet } from "../../../src/platform/ports.ts";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../../src/workbook/commit/cells.ts";
import { formula, number, seal, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { intactFor } from "../../../src/workbook/read/snapshot.ts";
import { HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../../src/workbook/set-up/look.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { clock } from "../../support/book.ts";
import { valuesOf } from "../../support/sheet-cells.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const goods = defineTable({
  sheet: "品物",
  key: ["code"],
  columns: {
    code: text("コード", { note: "説明", writer: "stock" }),
    counted: number("数えた数", { note: "説明", writer: "staff" }),
    taken: number("取り置き", { note: "説明", writer: "stock" }),
    left: formula("残り", { note: "説明", formula: 'IF(ISBLANK({counted}),"",{counted}-{taken})' }),
    memo: text("メモ", { note: "説明", writer: "staff" }),
    seal: seal({ writer: "stock" }),
  },
});

let sheets: EngineSheets;
const open = () => openBook({ sheets, clock, tables: [goods], run: String(sheets.calls.length) });
const taken = (counts: Record<string, number>): TableCells =>
  rowsFor(
    goods,
    "stock",
    Object.entries(counts).map(([code, count]) => ({ code, taken: count })),
  );
const commit = (counts: Record<string, number>) =>
  open()
    .plan([taken(counts)])
    .commit();

const staff = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
const type = (rowIndex: number, columnIndex: number, userEnteredValue: object) => ({
  updateCells: {
    start: { sheetId: 1001, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue }] }],
    fields: "userEnteredValue",
  },
});
const insert = (dimension: "ROWS" | "COLUMNS", startIndex: number) => ({
  insertDimension: { range: { sheetId: 1001, dimension, startIndex, endIndex: startIndex + 1 } },
});

/** Rows under the header, in the order of the sheet and without the seal. */
const grid = (render = "UNFORMATTED_VALUE", width = 5): unknown[][] =>
  valuesOf(sheets, "品物!A2:H99", render).map((row) => row.slice(0, width));

/** How much it finds to do: what guards the columns does nothing by itself. */
function setUp(): number {
  const book = sheets.get({ fields: SHEET_FIELDS });
  const ranges = setUpRanges(book, [goods]);
  const looked: Spreadsheet = ranges.length === 0 ? {} : sheets.get({ ranges, fields: HEADER_FIELDS });
  const requests = setUpRequests(book, looked, { tables: [goods], who: OPERATOR });
  if (requests.length > 0) staff(...requests);
  return requests.filter(({ updateDeveloperMetadata }) => updateDeveloperMetadata === undefined).length;
}

beforeEach(() => {
  sheets = engineSheets();
  setUp();
});

test("a row comes with its formula, which follows what people type and what the next commit writes", () => {
  commit({ A: 3, B: 5 });
  expect(grid()).toEqual([
    ["A", "", 3, "", ""],
    ["B", "", 5, "", ""],
  ]);
  staff(type(2, 1, { numberValue: 20 }));
  expect(grid()[1]).toEqual(["B", 20, 5, 15, ""]);
  commit({ B: 8, C: 1 });
  staff(type(3, 1, { numberValue: 1 }));
  expect(grid()).toEqual([
    ["A", "", 3, "", ""],
    ["B", 20, 8, 12, ""],
    ["C", 1, 1, 0, ""],
  ]);
});

test("formulas cost a commit no further call, and a value that people change is no change of the row", () => {
  sheets.calls.length = 0;
  commit({ A: 3 });
  expect(sheets.calls.splice(0)).toEqual(["get", "get", "batchUpdate"]);
  staff(type(1, 1, { numberValue: 20 }));
  commit({ A: 3 });
  expect(sheets.calls).toEqual(["get"]);
  const state = open().state(goods);
  expect([...state.rows.values()].every(intactFor(state, "stock"))).toBe(true);
});

test("after people move columns and insert rows, new rows come with the formula of the new places", () => {
  commit({ A: 3 });
  const source = { sheetId: 1001, dimension: "COLUMNS", startIndex: 2, endIndex: 3 };
  staff({ moveDimension: { source, destinationIndex: 1 } }, insert("ROWS", 1));
  commit({ B: 5 });
  staff(type(2, 2, { numberValue: 10 }), type(3, 2, { numberValue: 10 }));
  expect(grid().slice(1)).toEqual([
    ["A", 3, 10, 7, ""],
    ["B", 5, 10, 5, ""],
  ]);
});

test.each([
  ["a row is inserted above", insert("ROWS", 1)],
  ["a row is deleted above", { deleteDimension: { range: { ...insert("ROWS", 1).insertDimension.range } } }],
])("when %s in the instant of the write, each new row has its formula, and no other", (_, request) => {
  commit({ A: 3, Z: 1 });
  const book = open();
  sheets.before("batchUpdate", () => staff(request));
  book.plan([taken({ B: 5, C: 6 })]).commit();
  const rows = grid("FORMULA").filter((row) => row.some((cell) => cell !== ""));
  for (const code of ["B", "C"]) {
    const line = grid("FORMULA").findIndex(([first]) => first === code) + 2;
    expect(rows.find(([first]) => first === code)).toEqual([
      code,
      "",
      code === "B" ? 5 : 6,
      `=IF(ISBLANK(B${line}),"",B${line}-C${line})`,
      "",
    ]);
  }
  expect(rows.every(([code]) => code !== "")).toBe(true);
});

test("a column inserted in the instant of the write leaves a formula in its own column and in no other", () => {
  const book = open();
  sheets.before("batchUpdate", () => staff(insert("COLUMNS", 1)));
  book.plan([taken({ A: 3, B: 5 })]).commit();
  expect(grid("FORMULA", 6)).toEqual([
    ["A", "", "", 3, '=IF(ISBLANK(C2),"",C2-D2)', ""],
    ["B", "", "", 5, '=IF(ISBLANK(C3),"",C3-D3)', ""],
  ]);
});

test("set-up gives a formula back that was emptied or overwritten by a number; words and formulas of people stay", () => {
  commit({ A: 3, B: 5, C: 7, D: 9, E: 1 });
  staff(
    type(1, 3, {}),
    type(2, 3, { numberValue: 12 }),
    type(3, 3, { stringValue: "確認中" }),
    type(4, 3, { formulaValue: "=C5*2" }),
  );
  expect(setUp()).toBe(1);
  expect(grid("FORMULA").map(([, , , left]) => left)).toEqual([
    '=IF(ISBLANK(B2),"",B2-C2)',
    '=IF(ISBLANK(B3),"",B3-C3)',
    "確認中",
    "=C5*2",
    '=IF(ISBLANK(B6),"",B6-C6)',
  ]);
  expect(setUp()).toBe(0);
});

test("a formula column that was deleted comes back for every row", () => {
  commit({ A: 3, B: 5 });
  staff(type(1, 1, { numberValue: 4 }), {
    deleteDimension: { range: { sheetId: 1001, dimension: "COLUMNS", startIndex: 3, endIndex: 4 } },
  });
  setUp();
  expect(grid("UNFORMATTED_VALUE", 9).map((row) => row[5] ?? "")).toEqual([1, ""]);
});

test("the cells of a formula are locked as those of jobs are", () => {
  const query = "?fields=sheets(protectedRanges(range,warningOnly))";
  const { sheets: seen } = sheets.request("GET", query) as Spreadsheet;
  const warned = seen?.flatMap(({ protectedRanges = [] }) => protectedRanges.filter(({ warningOnly }) => warningOnly));
  expect(warned?.map(({ range }) => range)).toContainEqual(
    expect.objectContaining({ startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 4 }),
  );
});
