import { updateMask } from "../../api/checked-mask.ts";
import { requireSheet } from "../../book/workbook.ts";
import { cellWriter } from "../../cells/cell-write.ts";
import { shiftFormula } from "../../formulas/formula-references.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";

/** Writes one cell over a range; the relative references of a formula follow each cell. */
export const repeatCell: RequestKind<"repeatCell"> = ({ range, cell, fields }, context) => {
  const write = cellWriter(updateMask(fields, "CellData"));
  const rect = writableRect(context, range);
  const { grid } = requireSheet(context.book, rect.sheetId);
  const formula = cell?.userEnteredValue?.formulaValue;
  for (let row = rect.startRow; row < rect.endRow; row++)
    for (let column = rect.startColumn; column < rect.endColumn; column++) {
      const moved = formula && shiftFormula(formula, row - rect.startRow, column - rect.startColumn);
      write(grid, row, column, moved ? { ...cell, userEnteredValue: { formulaValue: moved } } : cell);
    }
  return undefined;
};
