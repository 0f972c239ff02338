import type { Table } from "./table.ts";

/** A row whose cells the sheet computes from whole columns of tables, current without a run. Set-up sees to its formulas. */
export interface Figure {
  readonly table: Table;
  /** Of the row, which is among the seeds that always come back. */
  readonly key: string;
  /** By columns: a formula without its "=", and with {sheet.column} for all cells of a column. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A chart over rows of a table that stand together. */
export interface ChartOf {
  /** Of ours: Google gives its own ones at random. */
  readonly id: number;
  readonly title: string;
  readonly kind: "COLUMN" | "PIE";
  /** The sheet that it lies on, the how manieth from the left there. */
  readonly on: Table;
  readonly at: number;
  readonly from: Table;
  /** Of the rows, and the columns with what they are called and what they count. */
  readonly keys: readonly string[];
  readonly names: string;
  readonly counts: string;
}
