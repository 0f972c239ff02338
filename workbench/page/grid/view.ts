/** Puts the engine's spreadsheet into Univer: all of it, or what changed in one sheet. */
import type { FUniver } from "@univerjs/core/facade";
import type { Sheet, Spreadsheet } from "../spreadsheet.ts";
import { type CellChanges, cellChanges } from "./cell-changes.ts";
import { type ShownSheet, shownSheet } from "./shown-sheet.ts";
import { locale } from "./univer.ts";
import { workbookData } from "./workbook-data.ts";

export interface View {
  show(spreadsheet: Spreadsheet): void;
  /** False when more changed than cells and the number of rows: then the whole has to be shown anew. */
  update(id: string, sheet: Sheet): boolean;
  /** Shows the cells again as the engine last told them, whatever a person has entered since. */
  restore(id: string): void;
  activeId(): string;
  sheet(id: string): ShownSheet | undefined;
  sheets(): Iterable<ShownSheet>;
}

export function createView(univer: FUniver): View {
  const shown = new Map<string, ShownSheet>();
  let unitId = "";

  const activeId = () => univer.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? "";

  // Only with onlyLocal does Univer leave its formulas alone, which is a hundred times faster.
  const push = (mutation: string, subUnitId: string, params: object) =>
    univer.syncExecuteCommand(`sheet.mutation.${mutation}`, { unitId, subUnitId, ...params }, { onlyLocal: true });

  function apply(id: string, { removed, set, count }: CellChanges): void {
    if (count === 0) return;
    push("set-range-values", id, { cellValue: removed });
    push("set-range-values", id, { cellValue: set });
  }

  return {
    activeId,
    sheet: (id) => shown.get(id),
    sheets: () => shown.values(),
    show(spreadsheet) {
      const active = activeId();
      if (unitId !== "") univer.disposeUnit(unitId);
      unitId = spreadsheet.spreadsheetId;
      shown.clear();
      for (const sheet of spreadsheet.sheets) shown.set(String(sheet.properties.sheetId), shownSheet(sheet));
      const workbook = univer.createWorkbook(workbookData(spreadsheet, locale));
      if (shown.has(active)) workbook.setActiveSheet(active);
    },
    restore(id) {
      const sheet = shown.get(id);
      if (sheet !== undefined) apply(id, cellChanges(sheet.cells, sheet.cells, sheet.touched));
    },
    update(id, sheet) {
      const before = shown.get(id);
      const after = shownSheet(sheet);
      if (before?.frame !== after.frame || String(sheet.properties.sheetId) !== id) return false;
      const rowCount = sheet.properties.gridProperties?.rowCount ?? 1000;
      const current = univer.getActiveWorkbook()?.getSheetBySheetId(id)?.getMaxRows();
      if (current !== rowCount) push("set-worksheet-row-count", id, { rowCount });
      apply(id, cellChanges(before.cells, after.cells, before.touched));
      shown.set(id, after);
      return true;
    },
  };
}
