import { columnName } from "./declared.ts";
import type { Cell } from "./office.ts";

/**
 * Which columns were held against what the shop or people say. What notes it is what compares: a column of which the
 * simulation knows nothing is not in it, however often it is read.
 */
export interface Comparisons {
  readonly columns: ReadonlySet<string>;
  /** Cells of these columns are compared from here on. */
  note(sheet: string, ...headers: readonly string[]): void;
}

export function comparisons(): Comparisons {
  const columns = new Set<string>();
  return {
    columns,
    note(sheet, ...headers) {
      for (const header of headers) columns.add(columnName(sheet, header));
    },
  };
}

/** What a spreadsheet keeps of a number is a little less than what was written. */
export const same = (a: Cell, b: Cell): boolean =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-5 : a === b;

export const show = (cell: Cell): string => JSON.stringify(cell);
