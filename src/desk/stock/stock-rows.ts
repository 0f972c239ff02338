import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { RowFor } from "../../workbook/declare/row.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import type { LedgerPass } from "../ledger/ledger-pass.ts";
import { type SetMaster, setCodes } from "../sets/sets.ts";
import type { CodeNames } from "./rules/code-names.ts";
import { type Demand, NO_DEMAND } from "./rules/demand.ts";
import { type Figure, figureOf, questionOf } from "./rules/figures.ts";
import { orderListText } from "./rules/order-list.ts";
import { safetyStocks } from "./safety-stocks.ts";
import { type SoldProduct, shopStockOf } from "./shop-levels.ts";
import { stockTable } from "./stock-table.ts";

/** All that is known of the stock. */
export interface Counted {
  readonly book: Book;
  readonly sets: SetMaster;
  readonly ledger: LedgerPass;
  readonly products: ReadonlyMap<string, SoldProduct>;
  readonly levels: ReadonlyMap<string, number>;
  readonly names: CodeNames;
  readonly demands: ReadonlyMap<string, Demand>;
}

/** 在庫 as it shall be. */
export interface StockRows {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly cells: readonly TableCells[];
  readonly cellFaults: readonly CellFault[];
}

/** Every row of 在庫, and a new one for each code that was sold and has none. */
export function stockRows(counted: Counted): StockRows {
  const { book, ledger, products, levels, names, demands } = counted;
  const state = book.state(stockTable);
  const question = questions(counted);
  const safety = safetyStocks(book);
  const figures = new Map<string, Figure>();
  const rows: RowFor<typeof stockTable, "stock">[] = [];
  const shopRows: RowFor<typeof stockTable, "shopStock">[] = [];
  for (const code of new Set([...state.rows.keys(), ...demands.keys()])) {
    const demand = demands.get(code) ?? NO_DEMAND;
    const figure = figureOf({
      onHand: ledger.onHand.get(code) ?? null,
      safety: safety.of(code),
      demand,
      question: question(code),
    });
    figures.set(code, figure);
    rows.push(stockRow(code, figure, demand));
    const product = products.get(names.productOf(code));
    const shopRow = product === undefined ? undefined : shopStockOf(code, product, levels);
    if (shopRow !== undefined) shopRows.push(shopRow);
  }
  return {
    figures,
    cells: [rowsFor(stockTable, "stock", rows), rowsFor(stockTable, "shopStock", shopRows)],
    cellFaults: safety.faults,
  };
}

const stockRow = (
  productCode: string,
  { reserved, unshipped, question }: Figure,
  demand: Demand,
): RowFor<typeof stockTable, "stock"> => ({
  productCode,
  state: question === "" ? "" : ASKING,
  question,
  reserved,
  unshipped,
  reservedOrders: orderListText(demand.reserved),
  unshippedOrders: orderListText(demand.unshipped),
});

const ASKING = "要確認";

/** 確認事項 of a row, by its code. */
function questions({ book, sets, products, names, demands }: Counted): (code: string) => string {
  const state = book.state(stockTable);
  const isSet = setCodes(book, sets);
  return (code) => {
    const row = state.rows.get(code);
    return questionOf({
      productsLike: products.size === 0 ? undefined : names.productsLike(code),
      isSet: isSet(code),
      isSold: demands.has(code),
      asked: row !== undefined && cellAt(state, row, "state") === ASKING,
    });
  };
}
