import type { FUniver } from "@univerjs/core/facade";
import type { CurrentCell } from "../../apps-script/execution/protocol.ts";
import type { Corner } from "../sheets-client.ts";

type FWorksheet = ReturnType<NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>["getActiveSheet"]>;

export interface ActiveCell {
  /** Shows a workbook, maybe in place of one before: the person is where they were, or where typing does no harm. */
  keptWhile(show: () => Promise<void>): Promise<void>;
  /** Into a cell of the sheet on the screen, which comes into sight. */
  goTo(cell: Corner): void;
  /** Undefined before a workbook is shown. */
  current(): CurrentCell | undefined;
}

/** Univer starts every sheet in A1, which is a header. */
export function keepActiveCell(univer: FUniver, start: (sheet: FWorksheet) => Corner): ActiveCell {
  const placed = new Set<string>();
  const activeSheet = () => univer.getActiveWorkbook()?.getActiveSheet();

  function place(sheet: FWorksheet, left?: string): void {
    if (placed.has(sheet.getSheetId())) return;
    placed.add(sheet.getSheetId());
    const { row, column } = start(sheet);
    (left === undefined ? sheet.getRange(row, column) : sheet.getRange(left)).activate();
  }

  univer.addEvent(univer.Event.ActiveSheetChanged, ({ activeSheet: sheet }) => place(sheet));
  return {
    goTo({ row, column }) {
      const sheet = activeSheet();
      if (sheet === undefined || row >= sheet.getMaxRows()) return;
      placed.add(sheet.getSheetId());
      sheet.getRange(row, column).activate();
      sheet.scrollToCell(row, column);
    },
    current() {
      const cell = univer.getActiveWorkbook()?.getActiveCell();
      const sheet = activeSheet();
      if (!cell || sheet === undefined) return undefined;
      return { sheetId: Number(sheet.getSheetId()), row: cell.getRow(), column: cell.getColumn() };
    },
    async keptWhile(show) {
      const before = activeSheet();
      const id = before?.getSheetId();
      const left = before?.getActiveRange()?.getA1Notation();
      // Univer goes to A1 once the workbook is drawn.
      await show();
      placed.clear();
      const now = activeSheet();
      if (now !== undefined) place(now, now.getSheetId() === id ? left : undefined);
    },
  };
}
