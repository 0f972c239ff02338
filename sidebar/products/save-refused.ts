import type { RefusedRecord } from "../../src/desk/products/rules/csv/csv-file.ts";
import { saveFile } from "../save-file.ts";
import type { ChosenFile } from "./chosen-file.ts";
import { refusedCsv } from "./refused-csv.ts";

/** Offers the rows that are not taken as a download. */
export async function saveRefused(files: readonly ChosenFile[], refused: readonly RefusedRecord[]): Promise<void> {
  saveFile(await refusedCsv(files, refused), "取り込めない行.csv");
}
