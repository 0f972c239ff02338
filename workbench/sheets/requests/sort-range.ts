import { shiftFormula } from "../formula-references.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";
import { sortedRows } from "../sort.ts";
import { isFormula, requireSheet } from "../workbook.ts";

/** Sorts the rows of a range; a row's cells stay together with their formats, notes and validation. */
export const sortRange: RequestKind<"sortRange"> = ({ range, sortSpecs }, context) => {
  const rect = writableRect(context, range);
  const { grid } = requireSheet(context.book, rect.sheetId);
  const order = sortedRows(context.book, rect, sortSpecs ?? []);
  grid.reorder(rect.startRow, order, rect.startColumn, rect.endColumn);
  order.forEach((from, i) => {
    const to = rect.startRow + i;
    for (let column = rect.startColumn; from !== to && column < rect.endColumn; column++) {
      const content = grid.get("value", to, column);
      if (isFormula(content)) grid.set("value", to, column, { formula: shiftFormula(content.formula, to - from, 0) });
    }
  });
  return undefined;
};
