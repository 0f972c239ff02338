import { invalid } from "../../api/api-error.ts";
import { bandOf, checkBand, checkBandUnprotected } from "../../book/dimension.ts";
import type { Sheet, Workbook } from "../../book/workbook.ts";
import { display } from "../../cells/shown.ts";
import { valueAt } from "../../formulas/evaluation.ts";
import type { RequestKind } from "../request-kind.ts";
import { textPixels } from "./text-width.ts";

/** Makes columns as wide as their longest text, as far as that can be told without the font; rows get one line. */
export const autoResizeDimensions: RequestKind<"autoResizeDimensions"> = (
  { dimensions, dataSourceSheetDimensions },
  context,
) => {
  if (dataSourceSheetDimensions) throw invalid("workbench: dataSourceSheetDimensions is not implemented");
  const band = bandOf(context, dimensions);
  checkBand(band);
  checkBandUnprotected(context, band);
  const kept = band.sheet.parts[band.axis];
  while (kept.length < band.end) kept.push(undefined);
  for (let i = band.start; i < band.end; i++) {
    const pixelSize = band.axis === "rows" ? undefined : columnPixels(context.book, band.sheet, i);
    const { pixelSize: _before, ...rest } = kept[i] ?? {};
    kept[i] = pixelSize === undefined ? rest : { ...rest, pixelSize };
  }
  return undefined;
};

/** Undefined for an empty column, which keeps the default width. */
function columnPixels(book: Workbook, sheet: Sheet, column: number): number | undefined {
  let widest: number | undefined;
  for (let row = 0; row < sheet.grid.usedRows; row++) {
    const value = valueAt(book, sheet, row, column);
    if (value === undefined) continue;
    const lines = display(book, sheet, row, column, value).split("\n");
    widest = Math.max(widest ?? 0, ...lines.map(textPixels));
  }
  return widest;
}
