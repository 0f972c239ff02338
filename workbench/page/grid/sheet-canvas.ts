/** Beside the sheet's there are canvases of the formula bar and of the cell editor. */
export const sheetCanvas = (container: HTMLElement): HTMLCanvasElement | null =>
  container.querySelector("canvas[id^=univer-sheet-main-canvas]");
