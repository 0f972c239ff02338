import { LifecycleStages } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { sheetCanvas } from "./sheet-canvas.ts";

/** Where things are on the screen, as text to be compared; undefined until the sheet is drawn and has an active cell. */
export function sheetLook(univer: FUniver, container: HTMLElement): () => string | undefined {
  return () => {
    const sheet = univer.getActiveWorkbook()?.getActiveSheet();
    const canvas = sheetCanvas(container)?.getBoundingClientRect();
    if (univer.getCurrentLifecycleStage() < LifecycleStages.Rendered || !canvas?.width) return undefined;
    const active = sheet?.getActiveRange();
    if (!sheet || !active) return undefined;
    const { x, y } = active.getCellRect();
    return JSON.stringify([sheet.getSheetId(), canvas, x, y, active.getA1Notation(), sheet.getScrollState()]);
  };
}
