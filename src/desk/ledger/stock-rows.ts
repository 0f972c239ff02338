import { isBlank } from "../../workbook/cell.ts";
import { rowsFor, staffCells, type TableCells } from "../../workbook/commit/cells.ts";
import type { RowFor } from "../../workbook/declare/row.ts";
import { isFormulaAt } from "../../workbook/read/formula-cells.ts";
import { placeOf } from "../../workbook/read/layout.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import type { Doubts } from "../../workbook/read/staff-repair.ts";
import { codesIn } from "../stock/former-codes.ts";
import { stockTable } from "../stock/stock-table.ts";
import type { StockedCode } from "./rules/accounts.ts";
import type { CountedRow } from "./rules/counts.ts";

type LedgerRow = RowFor<typeof stockTable, "ledger">;

/** The products of 在庫, with the codes that they had before. */
export const stockedCodes = (state: SheetState): StockedCode[] =>
  [...state.rows].map(([code, row]) => ({ code, earlier: codesIn(state, row).filter((other) => other !== code) }));

/**
 * Each row with what stands in its cell for counts. Where cells got lost, what stands there now was typed since; what came
 * from elsewhere may be another product's.
 */
export function countedRows(state: SheetState, doubts: Doubts): (CountedRow & { readonly rowIndex: number })[] {
  const place = placeOf(state.layout, "onHand");
  const numberIn = (row: SheetRow, name: string) => {
    const cell = cellAt(state, row, name);
    return typeof cell === "number" ? cell : null;
  };
  return [...state.rows].map(([code, row]) => ({
    code,
    rowIndex: row.index,
    cell: row.cells[place] ?? null,
    isFormula: isFormulaAt(state.formulas, row.index, place),
    recorded: numberIn(row, "recordedCount"),
    countedAt: numberIn(row, "countedAt"),
    isDoubted: doubts.get(code)?.some(({ doubt: [kind] }) => kind !== "lost") === true,
  }));
}

/** Rows of 在庫 as the ledger has them; those of which it has nothing to say, and never had, are left out. */
export function stockCells(state: SheetState, rows: readonly LedgerRow[]): TableCells {
  const columns = ["recordedCount", "countedAt", "bookStock"] as const;
  const given = rows.filter((row) => {
    const there = state.rows.get(row.productCode);
    return there !== undefined && columns.some((name) => !isBlank(row[name]) || !isBlank(cellAt(state, there, name)));
  });
  return rowsFor(stockTable, "ledger", given);
}

/** Takes counts off the sheet, so that the same numbers can be typed again. */
export const emptiedCounts = (codes: readonly string[]): TableCells =>
  staffCells(stockTable, new Map(codes.map((code) => [code, { onHand: null }])));
