import type { RefusedRecord } from "../../src/desk/products/rules/csv/csv-file.ts";
import type { ChosenFile } from "./chosen-file.ts";
import { refusedCsv } from "./refused-csv.ts";

/** Offers the rows that are not taken as a download. */
export async function saveRefused(files: readonly ChosenFile[], refused: readonly RefusedRecord[]): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await refusedCsv(files, refused));
  link.download = "取り込めない行.csv";
  link.click();
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
