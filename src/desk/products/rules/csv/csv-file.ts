import type { CsvColumn } from "./csv-columns.ts";

/** Which record of which file, for telling people and for finding it again. The header is record 1, as Excel numbers rows. */
export interface RecordAt {
  /** Counted from 0, in the order in which files were chosen. */
  readonly file: number;
  readonly record: number;
}

/** What of a record is read. A column that the file does not have, or a record that ends before it, is left out. */
export interface CsvRow extends Readonly<Partial<Record<CsvColumn, string>>> {
  readonly at: RecordAt;
}

/** A record that is not taken, and why. */
export interface RefusedRecord {
  readonly at: RecordAt;
  readonly reason: string;
}

export interface CsvFile {
  readonly kind: CsvKind;
  readonly columns: ReadonlySet<CsvColumn>;
  readonly rows: readonly CsvRow[];
}

/** The files of RMS that name products: normal-item.csv, and item.csv with select.csv from before the SKU project. */
export type CsvKind = "normal-item" | "item" | "select";
