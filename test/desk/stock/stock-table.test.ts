import { beforeEach, expect, test } from "vitest";
import { stockTable } from "../../../src/desk/stock/stock-table.ts";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor, staffCells, type TableCells } from "../../../src/workbook/commit/cells.ts";
import { intactFor } from "../../../src/workbook/read/snapshot.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

let sheets: EngineSheets;
const open = () => openBook({ sheets, clock, tables: [stockTable], run: String(sheets.calls.length) });
const commit = (...cells: TableCells[]) => open().plan(cells).commit();

const named = (name: string) => rowsFor(stockTable, "products", [{ productCode: "A", name, ledgerCodes: "" }]);
const counted = (reserved: number, unshipped: number) =>
  rowsFor(stockTable, "stock", [
    { productCode: "A", state: "", question: "", reserved, unshipped, reservedOrders: "", unshippedOrders: "" },
  ]);
const told = (shopTarget: number) =>
  rowsFor(stockTable, "shopUpdate", [{ productCode: "A", shopTarget, shopUpdate: "更新済" }]);
const typed = (cells: { onHand?: number; safetyStock?: number }) => staffCells(stockTable, new Map([["A", cells]]));

/** The one row, by header. */
function row(): Record<string, unknown> {
  const path = `/values/${encodeURIComponent("在庫")}?valueRenderOption=UNFORMATTED_VALUE`;
  const { values } = sheets.request("GET", path) as { values: [string[], unknown[]] };
  return Object.fromEntries(values[0].map((header, at) => [header, values[1][at] ?? ""]));
}

const intact = () => {
  const state = open().state(stockTable);
  return ["products", "shopUpdate"].map((writer) => [...state.rows.values()].every(intactFor(state, writer)));
};

beforeEach(() => {
  sheets = engineSheets();
  const requests = setUpRequests({ sheets: [] }, {}, { tables: [stockTable], who: "" });
  sheets.request("POST", ":batchUpdate", { requests });
});

test("引当可能数 is what was counted less what is spoken for, and blank until somebody counted", () => {
  commit(named("りんご"), counted(3, 1));
  expect(row()).toMatchObject({ 実在庫: "", 出荷指示数: 3, 未出荷数: 1, 引当可能数: "" });
  commit(typed({ onHand: 10 }));
  expect(row()).toMatchObject({ 引当可能数: 6 });
  commit(typed({ safetyStock: 2 }), counted(4, 1));
  expect(row()).toMatchObject({ 商品名: "りんご", 引当可能数: 3 });
});

test("two jobs write one row, each its own cells under its own seal", () => {
  commit(named("りんご"));
  expect(intact()).toEqual([true, false]);
  commit(told(3));
  expect(intact()).toEqual([true, true]);
  const headers = Object.keys(row());
  const rows = [{ values: [{ userEnteredValue: { numberValue: 99 } }] }];
  const start = { sheetId: 1001, rowIndex: 1, columnIndex: headers.indexOf("楽天に登録する数") };
  sheets.request("POST", ":batchUpdate", { requests: [{ updateCells: { start, rows, fields: "userEnteredValue" } }] });
  expect(intact()).toEqual([true, false]);
  commit(named("青りんご"));
  expect(row()).toMatchObject({ 商品名: "青りんご", 楽天に登録する数: 99 });
  expect(intact()).toEqual([true, false]);
});
