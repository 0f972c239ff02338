import type { FUniver } from "@univerjs/core/facade";
import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";
import type { SelectedColumns } from "./data-requests.ts";

/** The columns of the selection, in the sheet on the screen. */
export function selectedColumns(
  univer: FUniver,
  frameOf: (sheetId: string) => DrawnFrame | undefined,
): SelectedColumns | undefined {
  const sheet = univer.getActiveWorkbook()?.getActiveSheet();
  const range = sheet?.getActiveRange();
  if (!sheet || !range) return undefined;
  const id = sheet.getSheetId();
  return {
    sheetId: Number(id),
    headerRows: frameOf(id)?.frozenRows ?? 0,
    columnCount: sheet.getMaxColumns(),
    startColumn: range.getColumn(),
    endColumn: range.getLastColumn() + 1,
  };
}
