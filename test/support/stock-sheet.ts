import { stockTable } from "../../src/desk/stock/stock-table.ts";
import { openBook } from "../../src/workbook/commit/book.ts";
import { rowsFor, staffCells, type TableCells } from "../../src/workbook/commit/cells.ts";
import { setUpRequests } from "../../src/workbook/set-up/set-up.ts";
import { clock } from "./book.ts";
import { type EngineSheets, engineSheets } from "./sheets-port.ts";

type Row = {
  readonly productCode: string;
  readonly name?: string;
  readonly count?: number;
  readonly safetyStock?: number;
  readonly reserved?: number;
  readonly unshipped?: number;
  readonly reservedOrders?: string;
  readonly unshippedOrders?: string;
  readonly question?: string;
  readonly countedAt?: number;
};

export const STOCK_SHEET = 1001;

/** A spreadsheet with 在庫 alone, and the rows that jobs and people have written there. */
export interface StockSheet extends EngineSheets {
  grid(): unknown[][];
  /** Where a column stands. */
  place(header: string): number;
  edit(...requests: object[]): void;
}

export function stockSheet(rows: readonly Row[]): StockSheet {
  const sheets = engineSheets();
  const requests = setUpRequests({ sheets: [] }, {}, { tables: [stockTable], who: "" });
  sheets.request("POST", ":batchUpdate", { requests });
  const commit = (...cells: TableCells[]) =>
    openBook({ sheets, clock, tables: [stockTable], run: String(sheets.calls.length) })
      .plan(cells)
      .commit();
  commit(
    rowsFor(
      stockTable,
      "products",
      rows.map(({ productCode, name = "" }) => ({ productCode, name, ledgerCodes: "" })),
    ),
  );
  commit(
    rowsFor(
      stockTable,
      "stock",
      rows.map((row) => ({
        productCode: row.productCode,
        state: "",
        question: row.question ?? "",
        reserved: row.reserved ?? 0,
        unshipped: row.unshipped ?? 0,
        reservedOrders: row.reservedOrders ?? "",
        unshippedOrders: row.unshippedOrders ?? "",
      })),
    ),
    rowsFor(
      stockTable,
      "ledger",
      rows.map(({ productCode, count = null, countedAt = null }) => ({
        productCode,
        recordedCount: count,
        countedAt,
        bookStock: count,
      })),
    ),
    staffCells(
      stockTable,
      new Map(
        rows.map(({ productCode, count = null, safetyStock = null }) => [productCode, { onHand: count, safetyStock }]),
      ),
    ),
  );
  const grid = () =>
    (
      sheets.request("GET", `/values/${encodeURIComponent("在庫")}?valueRenderOption=UNFORMATTED_VALUE`) as {
        values: unknown[][];
      }
    ).values;
  return {
    ...sheets,
    grid,
    place: (header) => grid()[0]!.indexOf(header),
    edit: (...requests) => void sheets.request("POST", ":batchUpdate", { requests }),
  };
}
