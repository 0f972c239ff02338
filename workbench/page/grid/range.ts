import type { IRange } from "@univerjs/core";
import type { Area, Span } from "../../sheets/drawing/drawn.ts";

/** Univer's ranges include their ends. */
export const rangeOf = ({ startRow, endRow, startColumn, endColumn }: Area): IRange => ({
  startRow,
  endRow: endRow - 1,
  startColumn,
  endColumn: endColumn - 1,
});

/** Whole rows. */
export const rowRange = ([start, end]: Span, columnCount: number): IRange =>
  rangeOf({ startRow: start, endRow: end, startColumn: 0, endColumn: columnCount });
