import type { RowFault } from "../../core/problem.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { productTable } from "../products/product-table.ts";
import { setTable } from "../sets/set-table.ts";
import type { SetMaster } from "../sets/sets.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { stockTable } from "../stock/stock-table.ts";
import { ledgerTable } from "./ledger-table.ts";
import { typedTable } from "./typed-table.ts";

/** What is on hand, by everything that people counted, shipped and typed up to now; and what of it is not in 入出庫 yet. */
export interface LedgerPass {
  /** 実在庫 by product code as 在庫 spells it; a code that is not in it was never counted. */
  readonly onHand: ReadonlyMap<string, number>;
  /** Its goods are in 実在庫 already, or it has nothing to book. By the sheet: also of packages that left the list. */
  readonly isBookedOut: (orderNumber: string, basketId: string) => boolean;
  /** New rows of 入出庫, changed marks of others, then rows of 在庫. */
  readonly cells: readonly TableCells[];
  /**
   * Rows that have to come in one commit, of a row of `cells`: entries of one package together, of a product with its row
   * in 在庫. For `fittingParts`.
   */
  readonly subjectOf: (key: string, table: Table) => string;
  /** In the order in which they are to be committed. */
  readonly subjects: readonly string[];
  readonly cellFaults: readonly CellFault[];
  readonly faults: readonly RowFault[];
  readonly counts: {
    readonly booked: number;
    readonly takenBack: number;
    readonly counted: number;
    readonly typed: number;
  };
}

export interface LedgerOptions {
  readonly now: Date;
  readonly who: string;
}

/** What a pass reads. */
export const ledgerTables: readonly Table[] = [
  ledgerTable,
  typedTable,
  stockTable,
  shipmentTable,
  shipmentLineTable,
  setTable,
  productTable,
];

export type RunLedgerPass = (book: Book, sets: SetMaster, options: LedgerOptions) => LedgerPass;
