import type { Area, DrawnFrame } from "../../sheets/drawing/drawn.ts";

const covers = ({ startRow, endRow, startColumn, endColumn }: Area, row: number, column: number): boolean =>
  startRow <= row && row < endRow && startColumn <= column && column < endColumn;

/** A mere warning protects nothing from anybody. */
export const isProtected = ({ protections }: DrawnFrame, row: number, column: number): boolean =>
  protections.some(
    ({ area, open, warning }) =>
      !warning && covers(area, row, column) && !open.some((free) => covers(free, row, column)),
  );
