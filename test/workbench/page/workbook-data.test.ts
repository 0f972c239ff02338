import type { LocaleType } from "@univerjs/core";
import { expect, test } from "vitest";
import { validationRules } from "../../../workbench/page/grid/validation.ts";
import { cellMatrix, sheetFrame, workbookData } from "../../../workbench/page/grid/workbook-data.ts";
import type { Cell, Sheet } from "../../../workbench/page/spreadsheet.ts";

const sheet = (rows: Cell[][], properties: Partial<Sheet["properties"]> = {}): Sheet => ({
  properties: { sheetId: 7, title: "在庫", gridProperties: { rowCount: 50, columnCount: 5 }, ...properties },
  data: [{ rowData: rows.map((values) => ({ values })) }],
});

const shown = (cell: Cell) => cellMatrix(sheet([[cell]]))[0]?.[0];

test.each<[string, Cell, object]>([
  ["text keeps its leading zeros", { effectiveValue: { stringValue: "007" } }, { v: "007", t: 1 }],
  ["a number is a number", { effectiveValue: { numberValue: 0 } }, { v: 0, t: 2 }],
  ["TRUE is a ticked box", { effectiveValue: { boolValue: true } }, { v: 1, t: 3 }],
  ["FALSE is an empty box", { effectiveValue: { boolValue: false } }, { v: 0, t: 3 }],
  [
    "a formula shows the engine's value",
    { userEnteredValue: { formulaValue: "=1+1" }, effectiveValue: { numberValue: 2 } },
    { f: "=1+1", v: 2, t: 2 },
  ],
  [
    "a formula's error shows as in the sheet",
    { userEnteredValue: { formulaValue: "=1/0" }, effectiveValue: { errorValue: { type: "DIVIDE_BY_ZERO" } } },
    { f: "=1/0", v: "#DIV/0!", t: 1 },
  ],
])("%s", (_, cell, expected) => expect(shown(cell)).toEqual(expected));

test("a cell keeps its look", () => {
  const cell: Cell = {
    effectiveValue: { numberValue: 46350 },
    userEnteredFormat: {
      backgroundColorStyle: { rgbColor: { red: 1, green: 0.5 } },
      textFormat: { bold: true, strikethrough: true, fontSize: 10 },
      horizontalAlignment: "CENTER",
      verticalAlignment: "BOTTOM",
      wrapStrategy: "WRAP",
      numberFormat: { type: "DATE", pattern: "yyyy/mm/dd" },
    },
  };
  const look = { bg: { rgb: "#ff8000" }, bl: 1, st: { s: 1 }, ht: 2, tb: 3, n: { pattern: "yyyy/mm/dd" } };
  expect(shown(cell)).toEqual({ v: 46350, t: 2, s: look });
});

test("a white cell with black text has no style at all", () => {
  const white = { red: 1, green: 1, blue: 1 };
  expect(shown({ userEnteredFormat: { backgroundColor: white, textFormat: { foregroundColor: {} } } })).toBeUndefined();
});

test("an empty cell has no number format, though its column has one", () => {
  expect(shown({ userEnteredFormat: { numberFormat: { type: "TEXT", pattern: "@" } } })).toBeUndefined();
});

test("cells of a part of the grid keep their places", () => {
  const part: Sheet = {
    ...sheet([]),
    data: [{ startRow: 4, startColumn: 2, rowData: [{}, { values: [{}, { effectiveValue: { numberValue: 1 } }] }] }],
  };
  expect(cellMatrix(part)).toEqual({ 5: { 3: { v: 1, t: 2 } } });
});

test("a sheet keeps its frozen row, tab colour, widths and hidden columns", () => {
  const frame = sheetFrame({
    ...sheet([], {
      tabColorStyle: { rgbColor: { green: 1 } },
      gridProperties: { rowCount: 50, columnCount: 5, frozenRowCount: 1 },
    }),
    data: [{ columnMetadata: [{ pixelSize: 100 }, { pixelSize: 220 }, { pixelSize: 100, hiddenByUser: true }] }],
  });
  expect(frame).toMatchObject({
    id: "7",
    tabColor: "#00ff00",
    rowCount: 50,
    freeze: { ySplit: 1, startRow: 1, xSplit: 0, startColumn: -1 },
    columnData: { 1: { w: 220 }, 2: { hd: 1 } },
  });
});

test("a drop-down becomes one rule over the cells that have it", () => {
  const condition = {
    type: "ONE_OF_LIST",
    values: [{ userEnteredValue: "未着手" }, { userEnteredValue: "出荷済, 完" }],
  };
  const choice: Cell = { dataValidation: { condition, strict: true } };
  const box: Cell = { dataValidation: { condition: { type: "BOOLEAN" } } };
  const rules = validationRules(
    sheet([
      [{}, {}],
      [choice, box],
      [choice, {}],
      [{}, {}],
      [choice, {}],
    ]),
  );
  expect(rules).toMatchObject([
    {
      type: "list",
      formula1: '["未着手","出荷済, 完"]',
      ranges: [
        { startRow: 1, endRow: 2, startColumn: 0, endColumn: 0 },
        { startRow: 4, endRow: 4, startColumn: 0, endColumn: 0 },
      ],
    },
    { type: "checkbox", ranges: [{ startRow: 1, endRow: 1, startColumn: 1, endColumn: 1 }] },
  ]);
});

test("a drop-down's text is as large as that of other cells", () => {
  const dataValidation = { condition: { type: "ONE_OF_LIST" } };
  expect(shown({ effectiveValue: { stringValue: "出荷済" }, dataValidation })).toMatchObject({
    s: { ff: "Noto Sans JP", fs: 10 },
  });
});

test("sheets keep their order and titles", () => {
  const spreadsheet = {
    spreadsheetId: "s",
    properties: { title: "店" },
    sheets: [sheet([], { sheetId: 3, title: "後" }), sheet([], { sheetId: 1, title: "先" })],
  };
  const workbook = workbookData(spreadsheet, "jaJP" as LocaleType);
  expect(workbook.sheetOrder).toEqual(["3", "1"]);
  expect(workbook.sheets[3]).toMatchObject({ name: "後" });
});
