import type { LocaleType } from "@univerjs/core";
import { expect, test } from "vitest";
import { cellMatrix } from "../../../workbench/page/grid/cell-data.ts";
import { styleSheet } from "../../../workbench/page/grid/style-sheet.ts";
import { validationRules } from "../../../workbench/page/grid/validation.ts";
import { workbookData, worksheetData } from "../../../workbench/page/grid/workbook-data.ts";
import type { CellFormat, DrawnValue } from "../../../workbench/sheets/drawing/drawn.ts";
import { frame } from "./frame.ts";

/** One cell as the grid gets it, with its style in place of the style's name. */
function shown(value: DrawnValue, { look, formula }: { look?: CellFormat; formula?: string } = {}) {
  const styles = styleSheet();
  const row = {
    row: 0,
    values: value === null ? [] : [value],
    stripe: 0,
    ...(formula && { formulas: { 0: formula } }),
  };
  const looks = look === undefined ? [] : [look];
  const cell = cellMatrix(
    { revision: 1, looks, stripes: [looks.map((_, index) => index)], rows: [row] },
    styles,
  )[0]?.[0];
  return cell && { ...cell, ...(typeof cell.s === "string" && { s: styles.styles[cell.s] }) };
}

test.each<[string, DrawnValue, object]>([
  ["text keeps its leading zeros", "007", { v: "007", t: 1 }],
  ["a number is a number", 0, { v: 0, t: 2 }],
  ["TRUE is a ticked box", true, { v: 1, t: 3 }],
  ["FALSE is an empty box", false, { v: 0, t: 3 }],
])("%s", (_, value, expected) => expect(shown(value)).toMatchObject(expected));

test("a formula shows the engine's value", () => {
  expect(shown(2, { formula: "=1+1" })).toMatchObject({ f: "=1+1", v: 2, t: 2 });
});

test("a formula's error shows as in the sheet", () => {
  expect(shown({ error: "#DIV/0!" }, { formula: "=1/0" })).toMatchObject({ f: "=1/0", v: "#DIV/0!", t: 1 });
});

test("a cell keeps its look", () => {
  const look: CellFormat = {
    backgroundColorStyle: { rgbColor: { red: 1, green: 0.5 } },
    textFormat: { bold: true, strikethrough: true, fontSize: 10 },
    horizontalAlignment: "CENTER",
    verticalAlignment: "BOTTOM",
    wrapStrategy: "WRAP",
    numberFormat: { type: "DATE", pattern: "yyyy/mm/dd" },
  };
  const style = { bg: { rgb: "#ff8000" }, bl: 1, st: { s: 1 }, ht: 2, tb: 3, n: { pattern: "yyyy/mm/dd" } };
  expect(shown(46350, { look })).toMatchObject({ v: 46350, t: 2, s: style });
});

test("an empty cell keeps its background, so that stripes reach across it", () => {
  expect(shown(null, { look: { backgroundColor: { red: 1 } } })).toEqual({ s: { bg: { rgb: "#ff0000" } } });
});

test("a white empty cell with black text is no cell at all", () => {
  const white = { red: 1, green: 1, blue: 1 };
  expect(shown(null, { look: { backgroundColor: white, textFormat: { foregroundColor: {} } } })).toBeUndefined();
});

test("an empty cell has no number format, though its column has one", () => {
  expect(shown(null, { look: { numberFormat: { type: "TEXT", pattern: "@" } } })).toBeUndefined();
});

test("text is as large in drop-downs, which do not take their look from the sheet, as in other cells", () => {
  expect(shown("出荷済")).toMatchObject({ s: { ff: "Noto Sans JP", fs: 10 } });
});

test("a sheet keeps its frozen row, tab colour, widths and hidden columns", () => {
  const columns = [
    { index: 1, pixels: 220 },
    { index: 2, hidden: true as const },
  ];
  expect(worksheetData(frame({ sheetId: 7, tabColor: "#00ff00", rowCount: 50, frozenRows: 1, columns }))).toMatchObject(
    {
      id: "7",
      tabColor: "#00ff00",
      rowCount: 50,
      freeze: { ySplit: 1, startRow: 1, xSplit: 0, startColumn: -1 },
      columnData: { 1: { w: 220, hd: 0 }, 2: { w: 100, hd: 1 } },
    },
  );
});

test("rows that the filter hides are hidden as those are that people hid", () => {
  const { rowData } = worksheetData(frame({ rows: [{ index: 1, pixels: 40, hidden: true }], filtered: [[3, 5]] }));
  expect(rowData).toEqual({ 1: { h: 40, hd: 1 }, 3: { hd: 1 }, 4: { hd: 1 } });
});

test("a drop-down becomes one rule over the cells that have it", () => {
  const area = (startRow: number, endRow: number, column: number) => ({
    startRow,
    endRow,
    startColumn: column,
    endColumn: column + 1,
  });
  const values = [{ userEnteredValue: "未着手" }, { userEnteredValue: "出荷済, 完" }];
  const rules = validationRules(
    frame({
      validations: [
        { rule: { condition: { type: "ONE_OF_LIST", values }, strict: true }, areas: [area(1, 3, 0), area(4, 5, 0)] },
        { rule: { condition: { type: "BOOLEAN" } }, areas: [area(1, 2, 1)] },
      ],
    }),
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

test("sheets keep their order and titles", () => {
  const book = {
    revision: 1,
    title: "店",
    sheets: [frame({ sheetId: 3, title: "後" }), frame({ sheetId: 1, title: "先" })],
  };
  const workbook = workbookData(book, new Map(), { id: "s", locale: "jaJP" as LocaleType, styles: {} });
  expect(workbook.sheetOrder).toEqual(["3", "1"]);
  expect(workbook.sheets[3]).toMatchObject({ name: "後" });
});
