import type { Book } from "../../workbook/commit/book.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { isSafety } from "./rules/figures.ts";
import { stockTexts } from "./rules/stock-texts.ts";
import { stockTable } from "./stock-table.ts";

interface SafetyStocks {
  /** Null where the cell is empty; undefined where it holds no amount, or nobody can tell whether it belongs there. */
  readonly of: (productCode: string) => number | null | undefined;
  readonly faults: readonly CellFault[];
}

/** 安全在庫 of each row of 在庫. */
export function safetyStocks(book: Book): SafetyStocks {
  const state = book.state(stockTable);
  const { doubts } = book.repair(stockTable);
  const amounts = new Map<string, number | null | undefined>();
  const faults: CellFault[] = [];
  for (const [code, row] of state.rows) {
    const amount = stockTable.columns.safetyStock.parse(cellAt(state, row, "safetyStock"));
    if (!isSafety(amount))
      faults.push({ table: stockTable, rowIndex: row.index, column: "safetyStock", reason: stockTexts.safety });
    amounts.set(code, isSafety(amount) && !doubts.has(code) ? amount : undefined);
  }
  return { of: (code) => (amounts.has(code) ? amounts.get(code) : null), faults };
}
