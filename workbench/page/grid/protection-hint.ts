/** Says of a cell under the pointer that it is protected from this person. */
import type { FUniver } from "@univerjs/core/facade";
import type { DrawnFrame } from "../../sheets/drawing/drawn.ts";
import { isLocked } from "./guarded-cells.ts";

export function hintAtProtections(
  univer: FUniver,
  container: HTMLElement,
  frameOf: (sheetId: string) => DrawnFrame | undefined,
): void {
  const hint = document.createElement("div");
  hint.className = "protection-hint";
  hint.role = "tooltip";
  hint.textContent = "保護されています";
  container.addEventListener("pointermove", ({ clientX, clientY }) => {
    const { x, y } = container.getBoundingClientRect();
    hint.style.transform = `translate(${clientX - x + 14}px, ${clientY - y + 18}px)`;
  });
  container.addEventListener("pointerleave", () => hint.remove());
  univer.addEvent(univer.Event.CellHover, ({ worksheet, row, column }) => {
    const frame = frameOf(worksheet.getSheetId());
    if (frame !== undefined && isLocked(frame, { row, column })) container.append(hint);
    else hint.remove();
  });
}
