import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";
import { rangeOf } from "./range.ts";

/** The buttons in the header of a sheet's filter. Which rows it hides says the engine. */
export function filterResource(frames: readonly DrawnFrame[]): { name: string; data: string } {
  const bySheet = frames.flatMap(({ sheetId, filter }) =>
    filter === undefined ? [] : [[sheetId, { ref: rangeOf(filter), filterColumns: [] }]],
  );
  return { name: "SHEET_FILTER_PLUGIN", data: JSON.stringify(Object.fromEntries(bySheet)) };
}
