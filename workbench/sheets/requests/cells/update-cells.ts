import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import { updateMask } from "../../api/checked-mask.ts";
import { checkUnprotected } from "../../book/access.ts";
import type { Rect } from "../../book/grid-range.ts";
import { requireSheet } from "../../book/workbook.ts";
import { cellWriter } from "../../cells/cell-write.ts";
import { type Context, type RequestKind, rectOf } from "../request-kind.ts";

/** Writes rows of cells at a start, or into a range whose remaining cells lose the named fields. */
export const updateCells: RequestKind<"updateCells"> = ({ range, start, rows, fields }, context) => {
  const write = cellWriter(updateMask(fields, "CellData"));
  const given = rows ?? [];
  const rect = range ? rectOf(context, range) : startRect(context, start, given);
  checkExtent(rect, given);
  checkUnprotected(context.book, context.user, rect);
  const { grid } = requireSheet(context.book, rect.sheetId);
  for (let row = rect.startRow; row < rect.endRow; row++) {
    const values = given[row - rect.startRow]?.values ?? [];
    const end = range ? rect.endColumn : rect.startColumn + values.length;
    for (let column = rect.startColumn; column < end; column++)
      write(grid, row, column, values[column - rect.startColumn]);
  }
  return undefined;
};

function startRect(
  { book }: Context,
  start: sheets_v4.Schema$GridCoordinate | null | undefined,
  rows: readonly sheets_v4.Schema$RowData[],
): Rect {
  if (!start) throw invalid("Must specify either start or range");
  const sheetId = start.sheetId ?? 0;
  const { grid } = requireSheet(book, sheetId);
  const startRow = start.rowIndex ?? 0;
  const startColumn = start.columnIndex ?? 0;
  if (startRow >= grid.rowCount) throw afterLast("row", startRow, grid.rowCount);
  if (startColumn >= grid.columnCount) throw afterLast("column", startColumn, grid.columnCount);
  const columns = rows.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 0);
  if (startRow + rows.length > grid.rowCount) throw beyond("row", startRow + rows.length - 1, grid.rowCount - 1);
  if (startColumn + columns > grid.columnCount) throw beyond("column", startColumn + columns - 1, grid.columnCount - 1);
  return { sheetId, startRow, endRow: startRow + rows.length, startColumn, endColumn: startColumn + columns };
}

function checkExtent(rect: Rect, rows: readonly sheets_v4.Schema$RowData[]): void {
  if (rows.length > rect.endRow - rect.startRow) throw beyond("row", rect.startRow + rows.length - 1, rect.endRow - 1);
  for (const row of rows)
    if ((row.values?.length ?? 0) > rect.endColumn - rect.startColumn)
      throw beyond("column", rect.startColumn + row.values!.length - 1, rect.endColumn - 1);
}

/** Google's wording for data that does not fit; indexes count from 0. */
export const beyond = (what: "row" | "column", index: number, last: number) =>
  invalid(`Attempting to write ${what}: ${index}, beyond the last requested ${what} of: ${last}`);

const afterLast = (what: "row" | "column", index: number, count: number) =>
  invalid(`GridCoordinate.${what}Index[${index}] is after last ${what} in grid[${count - 1}]`);
