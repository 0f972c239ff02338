import { beforeEach, expect, test } from "vitest";
import { type Book, openBook } from "../../../src/workbook/commit/book.ts";
import { text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock, log, logLine } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const methods = defineTable({
  sheet: "方法",
  key: ["name"],
  columns: {
    name: text("方法名", { note: "", writer: "staff" }),
    carrier: text("会社", { note: "", writer: "staff" }),
  },
});
const GREEN = { green: 1 };

let sheets: EngineSheets;
const open = (): Book => openBook({ sheets, clock, tables: [methods, log], run: String(sheets.calls.length) });
const staff = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
const setCell = (rowIndex: number, columnIndex: number, cell: object, fields: string) => ({
  updateCells: { start: { sheetId: 1001, rowIndex, columnIndex }, rows: [{ values: [cell] }], fields },
});
const type = (rowIndex: number, columnIndex: number, value: string) =>
  setCell(rowIndex, columnIndex, { userEnteredValue: { stringValue: value } }, "userEnteredValue");
const annotate = (rowIndex: number, note: string) => setCell(rowIndex, 1, { note }, "note");
const paint = (rowIndex: number, backgroundColor: object) =>
  setCell(rowIndex, 1, { userEnteredFormat: { backgroundColor } }, "userEnteredFormat.backgroundColor");
const insert = (dimension: "ROWS" | "COLUMNS", startIndex: number) => ({
  insertDimension: { range: { sheetId: 1001, dimension, startIndex, endIndex: startIndex + 1 } },
});

/** A run that finds a fault in 会社 of one row, or that could use every cell. */
const finds = (book: Book, rowIndex: number, reason = "一覧から選んでください。") =>
  book.plan([logLine("1", "失敗")]).commit({ cellFaults: [{ table: methods, rowIndex, column: "carrier", reason }] });
const findsNothing = (book: Book) => book.plan([logLine("1", "完了")]).commit({ cellFaults: [] });

/** What people see in the rows under the headers: name, note and fill of 会社. */
function looks(column = 1) {
  const query = new URLSearchParams([
    ["ranges", "方法!A2:D9"],
    ["fields", "sheets(data(rowData(values(formattedValue,note,userEnteredFormat.backgroundColor))))"],
  ]);
  const { sheets: found } = sheets.request("GET", `?${query}`) as GoogleAppsScript.Sheets.Schema.Spreadsheet;
  return (found?.[0]?.data?.[0]?.rowData ?? []).map(({ values = [] }) => {
    const { note, userEnteredFormat } = values[column] ?? {};
    return [values[0]?.formattedValue, note, userEnteredFormat?.backgroundColor];
  });
}
const RED = expect.objectContaining({ red: expect.closeTo(0.96), green: expect.closeTo(0.73) });
const OURS = "【要修正】一覧から選んでください。";
const PLAIN = [undefined, undefined];

beforeEach(() => {
  sheets = engineSheets();
  sheets.request("POST", ":batchUpdate", {
    requests: setUpRequests({ sheets: [] }, {}, { tables: [methods, log], who: "" }),
  });
  for (const [index, name] of ["A", "B", "C"].entries()) staff(type(index + 1, 0, name), type(index + 1, 1, "未定"));
  sheets.calls.length = 0;
});

test("a faulty cell turns red and says why until a run can use it", () => {
  finds(open(), 2);
  expect(looks().slice(0, 3)).toEqual([
    ["A", ...PLAIN],
    ["B", OURS, RED],
    ["C", ...PLAIN],
  ]);
  findsNothing(open());
  expect(looks()[1]).toEqual(["B", ...PLAIN]);
});

test("marking and clearing cost one look beside the run's read and write, and later steps none", () => {
  finds(open(), 2);
  expect(sheets.calls.splice(0)).toEqual(["get", "get", "batchUpdate"]);
  const book = open();
  findsNothing(book);
  book.plan([logLine("2", "完了")]).commit({ cellFaults: [] });
  expect(sheets.calls.splice(0)).toEqual(["get", "get", "batchUpdate", "batchUpdate"]);
  open()
    .plan([logLine("3", "完了")])
    .commit({ cellFaults: [] });
  expect(sheets.calls).toEqual(["get", "batchUpdate"]);
});

test("a mark is taken from the row that has it, though rows were inserted during the run; notes of people stay", () => {
  finds(open(), 3);
  staff(annotate(2, "店長のメモ"), paint(2, GREEN));
  const book = open();
  staff(insert("ROWS", 1));
  findsNothing(book);
  expect(looks().slice(1, 4)).toEqual([
    ["A", ...PLAIN],
    ["B", "店長のメモ", expect.objectContaining(GREEN)],
    ["C", ...PLAIN],
  ]);
});

test("a fault is marked on its own cell, though rows and columns were inserted during the run", () => {
  const book = open();
  staff(insert("ROWS", 1), insert("COLUMNS", 1));
  finds(book, 2);
  expect(looks(2).slice(1, 4)).toEqual([
    ["A", ...PLAIN],
    ["B", OURS, RED],
    ["C", ...PLAIN],
  ]);
});

test("of two rows with the same key, and of rows without one, the one that was meant is marked", () => {
  staff(type(4, 0, "A"), type(5, 1, "迷子"));
  const book = open();
  staff(insert("ROWS", 1));
  finds(book, 4);
  expect(looks()[4]).toEqual(["A", OURS, RED]);
  const later = open();
  staff(insert("ROWS", 1));
  finds(later, 6);
  expect(looks().filter(([, note]) => note !== undefined)).toEqual([[undefined, OURS, RED]]);
});

test("a cell that was mended, or whose row was deleted, before the run could mark it stays as it is", () => {
  const mended = open();
  staff(type(2, 1, "黒猫"));
  finds(mended, 2);
  const gone = open();
  staff({ deleteDimension: { range: { sheetId: 1001, dimension: "ROWS", startIndex: 2, endIndex: 3 } } });
  finds(gone, 2);
  expect(looks().every(([, note, fill]) => note === undefined && fill === undefined)).toBe(true);
});

test("a person's note and colour on the faulty cell itself outlast the mark", () => {
  staff(annotate(2, "店長の指示\n11/20"), paint(2, GREEN));
  finds(open(), 2);
  finds(open(), 2, "0～30の整数を入力してください。");
  expect(looks()[1]).toEqual([
    "B",
    "【要修正】0～30の整数を入力してください。\n――――――――\n店長の指示\n11/20",
    expect.objectContaining(GREEN),
  ]);
  findsNothing(open());
  expect(looks()[1]).toEqual(["B", "店長の指示\n11/20", expect.objectContaining(GREEN)]);
});

test("what people add to a mark, or colour anew, is theirs and stays when the mark goes", () => {
  finds(open(), 2);
  staff(annotate(2, `${OURS}\n佐藤さんに確認中`), paint(2, GREEN));
  findsNothing(open());
  expect(looks()[1]).toEqual(["B", "佐藤さんに確認中", expect.objectContaining(GREEN)]);
});

test("a note that people rewrote so that it no longer begins as a mark is not touched", () => {
  finds(open(), 3);
  staff(annotate(3, `確認済み: ${OURS}`));
  findsNothing(open());
  expect(looks()[2]).toEqual(["C", `確認済み: ${OURS}`, RED]);
});
