/** What the grid shows, to be asked from outside: its cells are drawn on a canvas, so the document does not hold them. */
import type { FUniver } from "@univerjs/core/facade";
import { sheetCanvas } from "./sheet-canvas.ts";

export interface Inspection {
  tabs(): string[];
  activeTab(): string;
  activeCell(): string;
  /** As it is drawn, "2026/11/24" and not 46350. */
  text(a1: string): string;
  bold(a1: string): boolean;
  /** "#rrggbb", or "" where the cell has none. */
  background(a1: string): string;
  /** By the number that the row bears. */
  hiddenRow(number: number): boolean;
  /** By any cell of it. */
  hiddenColumn(a1: string): boolean;
  /** The middle of a cell of the active sheet in the window, while the sheet is not scrolled. */
  place(a1: string): { x: number; y: number };
}

export function inspection(univer: FUniver, container: HTMLElement): Inspection {
  const workbook = () => univer.getActiveWorkbook()!;
  const range = (a1: string) => workbook().getActiveSheet().getRange(a1);
  return {
    tabs: () =>
      workbook()
        .getSheets()
        .map((sheet) => sheet.getSheetName()),
    activeTab: () => workbook().getActiveSheet().getSheetName(),
    activeCell: () => workbook().getActiveCell()?.getA1Notation() ?? "",
    text: (a1) => range(a1).getDisplayValue(),
    bold: (a1) => range(a1).getCellStyle()?.bold === true,
    background: (a1) => range(a1).getCellStyleData()?.bg?.rgb ?? "",
    hiddenRow: (number) =>
      !workbook()
        .getActiveSheet()
        .getSheet()
        .getRowVisible(number - 1),
    hiddenColumn: (a1) => !workbook().getActiveSheet().getSheet().getColVisible(range(a1).getColumn()),
    place(a1) {
      const cell = range(a1).getCellRect();
      const canvas = sheetCanvas(container)!.getBoundingClientRect();
      return { x: canvas.x + cell.x + cell.width / 2, y: canvas.y + cell.y + cell.height / 2 };
    },
  };
}
