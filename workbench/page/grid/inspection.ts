/** What the grid shows, to be asked from outside: its cells are drawn on a canvas, so the document does not hold them. */
import type { FUniver } from "@univerjs/core/facade";

export interface Inspection {
  tabs(): string[];
  activeTab(): string;
  /** As it is drawn, "2026/11/24" and not 46350. */
  text(a1: string): string;
  bold(a1: string): boolean;
  /** Where a cell of the active sheet lies in the window, if it is in sight. */
  place(a1: string): { x: number; y: number };
}

export function inspection(univer: FUniver): Inspection {
  const workbook = () => univer.getActiveWorkbook()!;
  const range = (a1: string) => workbook().getActiveSheet().getRange(a1);
  return {
    tabs: () =>
      workbook()
        .getSheets()
        .map((sheet) => sheet.getSheetName()),
    activeTab: () => workbook().getActiveSheet().getSheetName(),
    text: (a1) => range(a1).getDisplayValue(),
    bold: (a1) => range(a1).getCellStyle()?.bold === true,
    place(a1) {
      const { x, y, width, height } = range(a1).getCellRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
  };
}
