import { checkboxRequests, columnFormats } from "../declare/column-format.ts";
import type { Placement } from "./placement.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Rows kept free below the last one, so that growing is rare. */
const SPARE = 1000;

/** Room and looks for the rows to come; `used` counts those that are there, the header among them. */
export function growRequests({ position, added }: Placement, used: number): Request[] {
  if (added.size === 0) return [];
  const { table, sheetId, layout, rowCount } = position;
  const length = used + added.size - rowCount + SPARE;
  return [
    ...(length <= SPARE
      ? []
      : [
          { appendDimension: { sheetId, dimension: "ROWS", length } },
          // Rows that Sheets adds by itself have no formats: a tracking number typed there would lose its zeros.
          ...columnFormats(table, sheetId, layout, rowCount, rowCount + length),
        ]),
    ...checkboxRequests(table, sheetId, layout, used, used + added.size),
  ];
}
