import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";
import type { CellMatrix } from "./cell-data.ts";
import type { Matrix } from "./matrix.ts";
import { type Rule, validationRules } from "./validation.ts";

/** What the grid shows of a sheet, as the engine last told it. */
export interface ShownSheet {
  readonly frame: DrawnFrame;
  readonly rules: readonly Rule[];
  /** Undefined while nobody has looked at the sheet. */
  readonly cells: CellMatrix | undefined;
  /** Cells that a person edited, where the grid may show something else than `cells` says. */
  readonly touched: Matrix<true>;
}

export const shownSheet = (frame: DrawnFrame, shown?: ShownSheet): ShownSheet => ({
  frame,
  rules: validationRules(frame),
  cells: shown?.cells,
  touched: shown?.touched ?? {},
});
