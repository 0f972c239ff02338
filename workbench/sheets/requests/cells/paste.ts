import { invalid, unimplemented } from "../../api/api-error.ts";
import { height, type Rect, width } from "../../book/grid-range.ts";
import { isFormula, requireSheet, type Workbook } from "../../book/workbook.ts";
import { type CellFormat, updatedFormat } from "../../cells/cell-format.ts";
import { type Layer, type Layers, layers } from "../../cells/grid.ts";
import { valueAt } from "../../formulas/evaluation.ts";
import { shiftFormula } from "../../formulas/formula-references.ts";
import { isError } from "../../formulas/value.ts";

/** A cell taken out of the grid, with where it stood. */
export type Picked = { readonly row: number; readonly column: number } & { readonly [L in Layer]?: Layers[L] };

const pasted: Readonly<Record<string, readonly Layer[]>> = {
  PASTE_NORMAL: layers,
  PASTE_NO_BORDERS: layers,
  PASTE_VALUES: ["value"],
  PASTE_FORMULA: ["value"],
  PASTE_FORMAT: ["format"],
  PASTE_DATA_VALIDATION: ["rule"],
};

/** The layers of a cell that a kind of paste carries. */
export function layersOf(pasteType: string | null | undefined): readonly Layer[] {
  const found = pasted[pasteType || "PASTE_NORMAL"];
  if (found !== undefined) return found;
  if (pasteType === "PASTE_CONDITIONAL_FORMATTING") throw unimplemented(`pasteType "${pasteType}"`);
  throw invalid(`Invalid paste type: ${pasteType}`);
}

/** Copies of the cells, so that source and destination may overlap. */
export function pick(book: Workbook, rect: Rect, pasteType: string | null | undefined): Picked[][] {
  const sheet = requireSheet(book, rect.sheetId);
  const read = (row: number, column: number): Picked => {
    const cell: { row: number; column: number; [layer: string]: unknown } = { row, column };
    for (const layer of layers) cell[layer] = sheet.grid.get(layer, row, column);
    if (pasteType === "PASTE_NO_BORDERS") cell.format = withoutBorders(cell.format as CellFormat | undefined);
    if (pasteType === "PASTE_VALUES") {
      const value = valueAt(book, sheet, row, column);
      cell.value = isError(value) ? value.error : value;
    }
    return cell as Picked;
  };
  return Array.from({ length: height(rect) }, (_, i) =>
    Array.from({ length: width(rect) }, (_, j) => read(rect.startRow + i, rect.startColumn + j)),
  );
}

const withoutBorders = (format: CellFormat | undefined): CellFormat | undefined =>
  format?.borders ? updatedFormat(format, {}, { borders: true }) : format;

/** Writes the block over the destination, repeated as often as it fits. */
export function put(
  book: Workbook,
  block: readonly (readonly Picked[])[],
  rect: Rect,
  carried: readonly Layer[],
  shifted: boolean,
): void {
  const { grid } = requireSheet(book, rect.sheetId);
  for (let row = rect.startRow; row < rect.endRow; row++)
    for (let column = rect.startColumn; column < rect.endColumn; column++) {
      const line = block[(row - rect.startRow) % block.length]!;
      const cell = line[(column - rect.startColumn) % line.length]!;
      for (const layer of carried) grid.set(layer, row, column, cell[layer] as never);
      if (shifted && carried.includes("value") && isFormula(cell.value))
        grid.set("value", row, column, {
          formula: shiftFormula(cell.value.formula, row - cell.row, column - cell.column),
        });
    }
}
