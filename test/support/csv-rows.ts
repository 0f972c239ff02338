import type { CsvColumn } from "../../src/desk/products/rules/csv/csv-columns.ts";
import type { CsvFile, CsvKind, CsvRow } from "../../src/desk/products/rules/csv/csv-file.ts";
import type { CsvListings } from "../../src/desk/products/rules/csv/csv-listings.ts";
import { readListings } from "../../src/desk/products/rules/csv/read-listings.ts";
import { finished } from "./csv.ts";

type Cells = Partial<Record<CsvColumn, string>>;

/** Rows of a file as they are read; a column that one of them has is in all, blank where it is not given. */
export function csvRows(kind: CsvKind, cells: readonly Cells[], file = 0): CsvFile {
  const columns = new Set(cells.flatMap((row) => Object.keys(row) as CsvColumn[]));
  const blank = Object.fromEntries([...columns].map((column) => [column, ""]));
  const rows = cells.map((row, at): CsvRow => ({ ...blank, ...row, at: { file, record: at + 2 } }));
  return { kind, columns, rows };
}

export const listingsIn = (...files: readonly CsvFile[]): CsvListings => finished(readListings(files));

/** The records that are refused, as people see them numbered, with the reasons. */
export const reasonsIn = ({ refused }: CsvListings): [record: number, reason: string][] =>
  refused.map(({ at, reason }): [number, string] => [at.record, reason]).sort(([a], [b]) => a - b);
