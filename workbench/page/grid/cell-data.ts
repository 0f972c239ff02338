import type { ICellData } from "@univerjs/core";
import type { DrawnRow, DrawnRows, DrawnValue } from "../../sheets/drawing/drawn.ts";
import type { Matrix } from "./matrix.ts";
import type { StyleSheet } from "./style-sheet.ts";

export type CellMatrix = Matrix<ICellData>;

/** Univer's CellValueType; its enum would pull the whole library into the tests of this file. */
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

function typed(value: DrawnValue | undefined): Pick<ICellData, "v" | "t"> | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: typeof value === "string" ? value : value.error, t: TEXT };
}

/**
 * The cells of the rows that were drawn, and only those that are no blank. The engine has computed formulas already: the
 * grid only shows the value and, in the formula bar, the formula.
 */
export function cellMatrix({ rows, stripes, looks }: DrawnRows, styles: StyleSheet): CellMatrix {
  const filled = looks.map((look) => styles.nameOf(look, true));
  const empty = looks.map((look) => styles.nameOf(look, false));
  const plain = styles.nameOf(undefined, true);
  const cellAt = ({ values, formulas }: DrawnRow, column: number, look: number): ICellData => {
    const value = typed(values[column]);
    const style = value === undefined ? empty[look] : (filled[look] ?? plain);
    const formula = formulas?.[column];
    return { ...value, ...(formula === undefined ? {} : { f: formula }), ...(style === undefined ? {} : { s: style }) };
  };
  const matrix: CellMatrix = {};
  for (const row of rows) {
    const stripe = stripes[row.stripe] ?? [];
    const cells: Record<number, ICellData> = {};
    for (let column = 0; column < Math.max(row.values.length, stripe.length); column++) {
      const cell = cellAt(row, column, stripe[column] ?? -1);
      if (cell.v !== undefined || cell.s !== undefined) cells[column] = cell;
    }
    if (Object.keys(cells).length > 0) matrix[row.row] = cells;
  }
  return matrix;
}
