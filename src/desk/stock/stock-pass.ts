import type { RowFault } from "../../core/problem.ts";
import type { DeskContext } from "../desk.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { LedgerPass } from "../ledger/ledger-pass.ts";
import type { Figure } from "./rules/figures.ts";

/** What a pass over shop and sheets works with. */
export type StockSource = Pick<
  DeskContext<string>,
  "book" | "rms" | "settings" | "now" | "deadline" | "who" | "progress"
>;

/** What orders, ledger and shop say of the stock, in one moment. Nothing is written yet. */
export interface StockPass {
  /** By product code as 在庫 spells it; of every row that 在庫 has after the pass. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** What the shop had before the orders were read, by `pairKey` of src/rms/inventory/inventories.ts. */
  readonly levels: ReadonlyMap<string, number>;
  /** The ledger's first, then 在庫 and セット商品. */
  readonly cells: readonly TableCells[];
  readonly cellFaults: readonly CellFault[];
  readonly faults: readonly RowFault[];
  /** Listed orders that there was no time to ask the shop for: they count as the list has them. */
  readonly listedUnasked: number;
  readonly ledger: LedgerPass["counts"];
}
