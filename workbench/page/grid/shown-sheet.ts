import type { Sheet } from "../spreadsheet.ts";
import type { Matrix } from "./matrix.ts";
import { type Rule, validationRules } from "./validation.ts";
import { type CellMatrix, cellMatrix, sheetFrame } from "./workbook-data.ts";

/** What the grid shows of a sheet, as the engine last told it. */
export interface ShownSheet {
  readonly title: string;
  /** All but the cells, and but the number of rows, which grows with every import and can be set alone. */
  readonly frame: string;
  readonly rules: readonly Rule[];
  readonly cells: CellMatrix;
  /** Cells that a person edited, where the grid may show something else than `cells` says. */
  readonly touched: Matrix<true>;
  stale: boolean;
}

export function shownSheet(sheet: Sheet): ShownSheet {
  const rules = validationRules(sheet);
  return {
    title: sheet.properties.title,
    frame: JSON.stringify([{ ...sheetFrame(sheet), rowCount: 0 }, rules]),
    rules,
    cells: cellMatrix(sheet),
    touched: {},
    stale: false,
  };
}
