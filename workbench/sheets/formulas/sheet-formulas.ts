import { columnName } from "../book/column-name.ts";
import type { Sheet, Workbook } from "../book/workbook.ts";
import { atTime, calculatedAt } from "./calculation-time.ts";
import { valueAt } from "./evaluation.ts";
import { engineInput, newModel } from "./formula-model.ts";
import { columnsOf, translate } from "./formula-references.ts";

/** A formula, without its "=", that is asked of one row of a sheet. */
export interface AskedFormula {
  readonly text: string;
  readonly row: number;
}

/**
 * Whether formulas hold that read nothing but their own sheet; undefined for one that reads more. The columns that they read are
 * copied, and no others: a whole workbook would take seconds.
 */
export function holdInSheet(book: Workbook, sheet: Sheet, asked: readonly AskedFormula[]): (boolean | undefined)[] {
  const { grid } = sheet;
  const known = asked.map(({ text }) => columnsOf(text));
  const columns = [...new Set(known.flatMap((read) => [...(read ?? [])]))];
  const model = newModel(book.properties.timeZone ?? "UTC");
  try {
    for (let row = 0; row < grid.usedRows; row++)
      for (const column of columns) {
        const value = valueAt(book, sheet, row, column);
        if (value !== undefined) model.setUserInput(0, row + 1, column + 1, engineInput(value));
      }
    const place = Math.max(grid.columnCount, ...columns.map((column) => column + 1)) + 1;
    asked.forEach(({ text }, index) => {
      const closed = translate(text, Math.max(grid.rowCount, 1), (title) => title);
      if (known[index] !== undefined)
        model.setUserInput(0, index + 1, place, `=IFERROR(IF(${closed},TRUE,FALSE),FALSE)`);
    });
    atTime(calculatedAt(book), () => model.evaluate());
    return asked.map((_, index) =>
      known[index] === undefined ? undefined : model.getFormattedCellValue(0, index + 1, place) === "TRUE",
    );
  } finally {
    model.free();
  }
}

/** The address of a cell in a formula of its sheet. */
export const addressOf = (row: number, column: number): string => `${columnName(column)}${row + 1}`;
