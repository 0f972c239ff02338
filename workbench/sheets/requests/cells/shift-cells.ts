import { bandOf } from "../../book/dimension.ts";
import type { Rect } from "../../book/grid-range.ts";
import { type Axis, deletion, follow, insertion } from "../../book/structure.ts";
import { requireSheet } from "../../book/workbook.ts";
import { layers } from "../../cells/grid.ts";
import type { Context } from "../request-kind.ts";

/** Takes the cells of a rectangle out; those behind it move up to it, or left. The grid keeps its size. */
export function closeGap(context: Context, rect: Rect, axis: Axis): void {
  shift(context, rect, axis, -1);
  if (spansGrid(context, rect, axis)) follow(context.book, sheetOf(context, rect), axis, deletion(...span(rect, axis)));
}

/** Makes room at a rectangle; the cells there and behind it move down, or right. */
export function openGap(context: Context, rect: Rect, axis: Axis): void {
  shift(context, rect, axis, 1);
  if (spansGrid(context, rect, axis))
    follow(context.book, sheetOf(context, rect), axis, insertion(...span(rect, axis)));
}

export const axisOfShift = (context: Context, rect: Rect, dimension: string | null | undefined): Axis =>
  bandOf(context, { sheetId: rect.sheetId, dimension: dimension ?? null, startIndex: 0, endIndex: 1 }).axis;

/** What lies behind a rectangle in the direction in which its cells are shifted, itself included. */
export function shiftedRect(context: Context, rect: Rect, axis: Axis): Rect {
  const { grid } = sheetOf(context, rect);
  return axis === "rows" ? { ...rect, endRow: grid.rowCount } : { ...rect, endColumn: grid.columnCount };
}

const sheetOf = ({ book }: Context, { sheetId }: Rect) => requireSheet(book, sheetId);

const span = (rect: Rect, axis: Axis): [number, number] =>
  axis === "rows"
    ? [rect.startRow, rect.endRow - rect.startRow]
    : [rect.startColumn, rect.endColumn - rect.startColumn];

/** Only where whole rows or columns move do the ranges and formulas that point to them know where they went. */
function spansGrid(context: Context, rect: Rect, axis: Axis): boolean {
  const { grid } = sheetOf(context, rect);
  return axis === "rows"
    ? rect.startColumn === 0 && rect.endColumn >= grid.columnCount
    : rect.startRow === 0 && rect.endRow >= grid.rowCount;
}

function shift(context: Context, rect: Rect, axis: Axis, direction: 1 | -1): void {
  const { grid } = sheetOf(context, rect);
  const [, by] = span(rect, axis);
  const { startRow, startColumn, endColumn } = shiftedRect(context, rect, axis);
  const endRow = Math.min(grid.rowCount, axis === "rows" ? grid.usedRows + by : rect.endRow);
  const before = grid.fork();
  const [rows, columns] = axis === "rows" ? [by * direction, 0] : [0, by * direction];
  for (let row = startRow; row < endRow; row++)
    for (let column = startColumn; column < endColumn; column++) {
      const [fromRow, fromColumn] = [row - rows, column - columns];
      const inside = fromRow >= startRow && fromColumn >= startColumn && fromColumn < endColumn;
      for (const layer of layers)
        grid.set(layer, row, column, (inside ? before.get(layer, fromRow, fromColumn) : undefined) as never);
    }
}
