import { columnFormats } from "./column-format.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Rows kept free below the last one, so that growing is rare. */
const SPARE = 1000;

/** Rows that Sheets adds by itself have no formats: a tracking number typed there would lose its zeros. */
export function growRequests({ position, added }: Placement, used: number): Request[] {
  const { table, sheetId, layout, rowCount } = position;
  const length = used + added.size - rowCount + SPARE;
  if (length <= SPARE) return [];
  return [
    { appendDimension: { sheetId, dimension: "ROWS", length } },
    ...columnFormats(table, sheetId, layout, rowCount, rowCount + length),
  ];
}
