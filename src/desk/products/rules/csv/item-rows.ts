import type { CsvColumn } from "./csv-columns.ts";
import type { CsvRow, RefusedRecord } from "./csv-file.ts";
import { type InSlices, isPause } from "./csv-listings.ts";
import { faultOf, manageNumberOf } from "./csv-values.ts";

/** The row of each item, or that the files have several which disagree about what its SKUs have from it. */
export type ItemRows = ReadonlyMap<string, CsvRow | "contradicting">;

type RefusedItem = RefusedRecord & { readonly manageNumber: string };

export function* itemRows(
  rows: readonly CsvRow[],
  columns: readonly CsvColumn[],
): InSlices<{ readonly items: ItemRows; readonly refused: readonly RefusedItem[] }> {
  const items = new Map<string, CsvRow | "contradicting">();
  const refused: RefusedItem[] = [];
  for (const [round, row] of rows.entries()) {
    if (isPause(round)) yield;
    const manageNumber = manageNumberOf(row);
    const reason = faultOf(row);
    if (reason !== undefined) refused.push({ at: row.at, reason, manageNumber });
    else {
      const known = items.get(manageNumber);
      const agrees =
        known === undefined || (known !== "contradicting" && columns.every((column) => known[column] === row[column]));
      items.set(manageNumber, agrees ? (known ?? row) : "contradicting");
    }
  }
  return { items, refused };
}
