import { updateMask } from "../../api/checked-mask.ts";
import { checkUnprotected } from "../../book/access.ts";
import { checkCellLimit, requireSheet } from "../../book/workbook.ts";
import { cellWriter } from "../../cells/cell-write.ts";
import type { RequestKind } from "../request-kind.ts";
import { beyond } from "./update-cells.ts";

/** Writes rows below the last row that holds a value, adding rows to the grid where it ends. */
export const appendCells: RequestKind<"appendCells"> = ({ sheetId, rows, fields }, { book, user }) => {
  const write = cellWriter(updateMask(fields, "CellData"));
  const { grid } = requireSheet(book, sheetId);
  const given = rows ?? [];
  const start = grid.lastRow("value");
  const columns = given.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 0);
  if (columns > grid.columnCount) throw beyond("column", columns - 1, grid.columnCount - 1);
  const end = start + given.length;
  checkUnprotected(book, user, {
    sheetId: sheetId ?? 0,
    startRow: start,
    endRow: end,
    startColumn: 0,
    endColumn: columns,
  });
  if (end > grid.rowCount) {
    grid.resize(end, grid.columnCount);
    checkCellLimit(book);
  }
  for (const [i, { values }] of given.entries())
    for (const [column, cell] of (values ?? []).entries()) write(grid, start + i, column, cell);
  return undefined;
};
