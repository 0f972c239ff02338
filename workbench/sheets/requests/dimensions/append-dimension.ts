import { invalid } from "../../api/api-error.ts";
import { checkSheetUnprotected } from "../../book/access.ts";
import { axisOf } from "../../book/dimension.ts";
import { checkCellLimit, requireSheet } from "../../book/workbook.ts";
import type { RequestKind } from "../request-kind.ts";

/** Adds empty rows or columns at the end of the grid. */
export const appendDimension: RequestKind<"appendDimension"> = ({ sheetId, dimension, length }, { book, user }) => {
  const { grid } = requireSheet(book, sheetId);
  const added = length ?? 0;
  if (added < 1) throw invalid("length must be greater than 0.");
  checkSheetUnprotected(book, user, sheetId ?? 0);
  const rows = axisOf(dimension) === "rows";
  grid.resize(grid.rowCount + (rows ? added : 0), grid.columnCount + (rows ? 0 : added));
  checkCellLimit(book);
  return undefined;
};
