import type { IFilterColumn } from "@univerjs/preset-sheets-filter";
import type { DrawnFilter, DrawnFrame } from "../../sheets/drawing/drawn.ts";
import { filterColumnOf } from "./filter-criteria.ts";
import { rangeOf } from "./range.ts";

/** The buttons in the header of a sheet's filter, with what is chosen in them. Which rows it hides says the engine. */
export function filterResource(frames: readonly DrawnFrame[]): { name: string; data: string } {
  const bySheet = frames.flatMap(({ sheetId, filter }) =>
    filter === undefined ? [] : [[sheetId, { ref: rangeOf(filter.area), filterColumns: filterColumns(filter) }]],
  );
  return { name: "SHEET_FILTER_PLUGIN", data: JSON.stringify(Object.fromEntries(bySheet)) };
}

export const filterColumns = ({ criteria }: DrawnFilter): IFilterColumn[] =>
  criteria.flatMap((each) => filterColumnOf(each) ?? []);
