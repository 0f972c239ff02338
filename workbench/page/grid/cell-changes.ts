import type { ICellData } from "@univerjs/core";
import type { CellMatrix } from "./cell-data.ts";
import { type Matrix, put } from "./matrix.ts";

export interface CellChanges {
  /** Cells to take away, or to take away before they are set: Univer merges into what is there. */
  readonly removed: Matrix<null>;
  readonly set: CellMatrix;
  readonly count: number;
}

const same = (a: ICellData | undefined, b: ICellData | undefined) =>
  a?.v === b?.v && a?.t === b?.t && a?.f === b?.f && a?.s === b?.s;

/** The cells that differ in these rows, and all touched ones. */
export function cellChanges(
  shown: CellMatrix,
  fresh: CellMatrix,
  touched: Matrix<true>,
  rows: Iterable<number>,
): CellChanges {
  const changes = { removed: {} as Matrix<null>, set: {} as CellMatrix, count: 0 };
  for (const row of rows) {
    for (const column of keys(shown[row], fresh[row], touched[row])) {
      const cell = fresh[row]?.[column];
      if (same(shown[row]?.[column], cell) && !touched[row]?.[column]) continue;
      put(changes.removed, row, column, null);
      if (cell !== undefined) put(changes.set, row, column, { ...cell });
      changes.count++;
    }
  }
  return changes;
}

const keys = (...records: (object | undefined)[]): Set<number> =>
  new Set(records.flatMap((record) => Object.keys(record ?? {}).map(Number)));
