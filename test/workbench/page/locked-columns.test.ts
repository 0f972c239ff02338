import { expect, test } from "vitest";
import { lockedColumns } from "../../../workbench/page/grid/locked-columns.ts";
import { frame } from "./frame.ts";

const protection = (startColumn: number, endColumn: number, editable = false) => ({
  area: { startRow: 0, endRow: 10, startColumn, endColumn },
  editable,
  description: "",
  open: [],
});
const sheet = {
  frame: frame({ frozenRows: 1, protections: [protection(1, 3), protection(3, 4, true)] }),
  cells: { 0: { 0: { v: "伝票番号" }, 1: { v: "注文番号" }, 3: { v: "商品" } } },
};
const pasted = (column: number, ...rows: (string | null)[][]) => [{ corner: { row: 4, column }, rows, parsed: true }];

test("of a paste over several columns those that are protected are named by their headers, each once", () => {
  expect(lockedColumns(sheet, pasted(0, ["1", "2", "3", "4"], ["5", "6", "7", "8"]))).toEqual(["注文番号", "C列"]);
});

test("what a paste leaves alone, and what this person may change, is not among them", () => {
  expect(lockedColumns(sheet, pasted(0, ["1", null, null, "4"]))).toEqual([]);
});
