import type { FUniver } from "@univerjs/core/facade";
import type { SelectedColumns } from "./data-requests.ts";
import type { Guards } from "./guards.ts";

/** The columns of the selection, in the sheet on the screen. */
export function selectedColumns(univer: FUniver, guards: Guards): SelectedColumns | undefined {
  const sheet = univer.getActiveWorkbook()?.getActiveSheet();
  const range = sheet?.getActiveRange();
  if (!sheet || !range) return undefined;
  const id = sheet.getSheetId();
  return {
    ...{ sheetId: Number(id), headerRows: guards.of(id).frozenRows, columnCount: sheet.getMaxColumns() },
    ...{ startColumn: range.getColumn(), endColumn: range.getLastColumn() + 1 },
  };
}
