import type { RowFault } from "../../core/problem.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { archivedOrderTable } from "../archive/archived-order-table.ts";
import { type LedgerPass, ledgerPass, ledgerTables } from "../ledger/ledger-pass.ts";
import { formerNames } from "../ledger/rules/accounts.ts";
import { stockedCodes } from "../ledger/stock-rows.ts";
import { masterFaults } from "../masters/master-faults.ts";
import { readPaymentMaster } from "../masters/payment/payment-master.ts";
import { paymentTable } from "../masters/payment/payment-table.ts";
import { paymentCodes } from "../masters/rules/payment-codes.ts";
import { entryFaults } from "../products/entry-faults.ts";
import { productCodes } from "../products/product-codes.ts";
import { productTable } from "../products/product-table.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets } from "../sets/sets.ts";
import { limitFaults } from "../shop-stock/shop-products.ts";
import { countOrders } from "./counted-orders.ts";
import { listedOrders } from "./listed-orders.ts";
import { codeNames } from "./rules/code-names.ts";
import { openDemand, unitsOf } from "./rules/demand.ts";
import type { Figure } from "./rules/figures.ts";
import { setCells } from "./set-cells.ts";
import { shopLevels, soldProducts } from "./shop-levels.ts";
import { stockRows } from "./stock-rows.ts";
import type { StockSource } from "./stock-source.ts";
import { stockTable } from "./stock-table.ts";

/** What orders, ledger and shop say of the stock, in one moment. Nothing is written yet. */
export interface StockPass {
  /** By product code as 在庫 spells it; of every row that 在庫 has after the pass. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** What the shop had before the orders were read, by `pairKey` of src/rms/inventory/inventories.ts. */
  readonly levels: ReadonlyMap<string, number>;
  /** Units, by product code, that count in no figure and are not to be offered again: the shop says that they left, or waits. */
  readonly taken: ReadonlyMap<string, number>;
  /** The ledger's first, then 在庫 and セット商品. */
  readonly cells: readonly TableCells[];
  readonly cellFaults: readonly CellFault[];
  readonly faults: readonly RowFault[];
  /** Orders that were looked at. */
  readonly found: number;
  /** Listed orders that there was no time to ask the shop for: they count as the list has them. */
  readonly listedUnasked: number;
  /** Lines without a product code, which nobody can count. */
  readonly codeless: number;
  /** Rows of 在庫 that get people's cells back, which were moved to others. */
  readonly restored: Readonly<Record<string, number>>;
  readonly ledger: LedgerPass["counts"];
  /** Rows that have to come in one commit, of a row of `cells`. For `partsOf`. */
  readonly subjectOf: LedgerPass["subjectOf"];
  /** In the order in which they are to be committed: what moved before the figures that say so. */
  readonly subjects: readonly string[];
}

/** What a pass reads. */
export const stockPassTables: readonly Table[] = [...ledgerTables, productTable, paymentTable, archivedOrderTable];

/**
 * Looks at shop and sheets. The shop's own count is read before the orders: what is sold in between is then missing from
 * none of them. Throws Problem where the figures would not be complete.
 */
export function stockPass(source: StockSource): StockPass {
  const { book, rms, settings, now, who } = source;
  const sets = readSets(book);
  const ledger = ledgerPass(book, sets, { now: now(), who });
  const standing = [...sets.cellFaults, ...ledger.cellFaults];
  const payments = readPaymentMaster(book, settings, standing);
  const products = soldProducts(book, settings);
  const levels = shopLevels(rms, products);
  const stock = book.state(stockTable);
  const names = codeNames(stock.rows.keys(), products.keys(), formerNames(stockedCodes(stock)));
  const tally = openDemand(sets.sets, names.nameOf);
  const taken = openDemand(sets.sets, names.nameOf);
  const counted = countOrders(source, listedOrders(book), tally, {
    targets: payments.targets,
    paymentCode: paymentCodes(payments.names),
    productCode: productCodes(book, settings, sets.sets).productCode,
    isBookedOut: ledger.isBookedOut,
    take: (number, lines) => taken.add("reserved", number, lines),
  });
  const rows = stockRows({ book, sets, ledger, products, levels, names, demands: tally.byCode });
  const entries = entryFaults(book, [stockTable]);
  return {
    figures: rows.figures,
    levels,
    taken: new Map([...taken.byCode].map(([code, { reserved }]) => [code, unitsOf(reserved)])),
    cells: [...ledger.cells, ...rows.cells, setCells(book, sets.sets, names, rows.figures)],
    cellFaults: [...standing, ...payments.cellFaults, ...rows.cellFaults, ...limitFaults(book)],
    faults: [
      ...book.state(stockTable).faults,
      ...entries.faults,
      ...sets.faults,
      ...masterFaults(payments.cellFaults),
      ...ledger.faults,
      ...counted.faults,
    ],
    found: counted.found,
    listedUnasked: counted.listedUnasked,
    codeless: tally.codeless(),
    restored: entries.restored,
    ledger: ledger.counts,
    subjectOf: (key, table) => (table === setTable ? SETS : ledger.subjectOf(key, table)),
    subjects: [...new Set([...ledger.subjects, ...rows.figures.keys(), SETS])],
  };
}

/** Few rows, after all that they are computed from. */
const SETS = "\u001fsets";
