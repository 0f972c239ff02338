/** What a person asks of a sheet's rows, as requests of `batchUpdate`. */
import type { DrawnFilter } from "../../sheets/drawing/drawn.ts";
import type { Criteria } from "./filter-criteria.ts";

const commands = ["sort-ascending", "sort-descending", "set-filter", "clear-filter"] as const;

export type DataCommand = (typeof commands)[number];

export const isDataCommand = (name: string): name is DataCommand => commands.some((command) => command === name);

export interface SelectedColumns {
  readonly sheetId: number;
  /** Frozen rows stay where they are. */
  readonly headerRows: number;
  readonly columnCount: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** Rows are sorted whole, by all selected columns from the left: what belongs together stays together. */
function sortRequest(order: "ASCENDING" | "DESCENDING", selected: SelectedColumns): object {
  const { sheetId, headerRows, columnCount, startColumn, endColumn } = selected;
  const range = { sheetId, startRowIndex: headerRows, startColumnIndex: 0, endColumnIndex: columnCount };
  const columns = Array.from({ length: endColumn - startColumn }, (_, index) => startColumn + index);
  return {
    sortRange: { range, sortSpecs: columns.map((dimensionIndex) => ({ dimensionIndex, sortOrder: order })) },
  };
}

/** The last header row carries the buttons. */
function filterRequest({ sheetId, headerRows, columnCount }: SelectedColumns): object {
  const startRowIndex = Math.max(0, headerRows - 1);
  return {
    setBasicFilter: { filter: { range: { sheetId, startRowIndex, startColumnIndex: 0, endColumnIndex: columnCount } } },
  };
}

/** The filter as it is, with other criteria for one column; without any criteria, that column hides nothing. */
export function criteriaRequest({ range, criteria }: DrawnFilter, column: number, chosen: Criteria): object {
  const others = criteria.filter((each) => each.column !== column).map((each) => [each.column, each.asked] as const);
  const own = Object.keys(chosen).length === 0 ? [] : [[column, chosen] as const];
  return { setBasicFilter: { filter: { range, criteria: Object.fromEntries([...others, ...own]) } } };
}

export function dataRequest(command: DataCommand, selected: SelectedColumns): object {
  if (command === "set-filter") return filterRequest(selected);
  if (command === "clear-filter") return { clearBasicFilter: { sheetId: selected.sheetId } };
  return sortRequest(command === "sort-ascending" ? "ASCENDING" : "DESCENDING", selected);
}
