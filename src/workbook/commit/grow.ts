import { columnFormats } from "../declare/column-format.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Rows kept free below the last one, so that growing is rare. */
const SPARE = 1000;

/** Room for the rows to come. */
export function growRequests({ position, added, end }: Placement): Request[] {
  const { table, sheetId, layout, rowCount } = position;
  const length = end + added.size - rowCount + SPARE;
  if (added.size === 0 || length <= SPARE) return [];
  return [
    { appendDimension: { sheetId, dimension: "ROWS", length } },
    // Rows that Sheets adds by itself have no formats: a tracking number typed there would lose its zeros.
    ...columnFormats(table, sheetId, layout, rowCount, rowCount + length),
  ];
}
