import type { ICellData } from "@univerjs/core";
import type { CellMatrix } from "./workbook-data.ts";

type Matrix<Item> = Record<number, Record<number, Item>>;

export interface CellChanges {
  /** Cells to take away, or to take away before they are set: Univer merges into what is there. */
  readonly removed: Matrix<null>;
  readonly set: CellMatrix;
  readonly count: number;
}

export function put<Item>(matrix: Matrix<Item>, row: number, column: number, item: Item): void {
  const cells = matrix[row] ?? {};
  cells[column] = item;
  matrix[row] = cells;
}

const same = (a: ICellData | undefined, b: ICellData | undefined) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The cells that differ, and those of `touched`, where the grid may show something else than `shown` says. */
export function cellChanges(shown: CellMatrix, fresh: CellMatrix, touched: CellMatrix): CellChanges {
  const removed: Matrix<null> = {};
  const set: CellMatrix = {};
  let count = 0;
  for (const row of keys(shown, fresh, touched)) {
    for (const column of keys(shown[row], fresh[row], touched[row])) {
      const cell = fresh[row]?.[column];
      if (same(shown[row]?.[column], cell) && touched[row]?.[column] === undefined) continue;
      put(removed, row, column, null);
      if (cell !== undefined) put(set, row, column, structuredClone(cell));
      count++;
    }
  }
  return { removed, set, count };
}

const keys = (...records: (object | undefined)[]): Set<number> =>
  new Set(records.flatMap((record) => Object.keys(record ?? {}).map(Number)));
