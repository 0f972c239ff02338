/** The toggles of a sheet's column groups, over the letters of the columns beside which Google has them. */
import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/preset-sheets-core";
import type { DrawnColumnGroup, DrawnFrame } from "../../sheets/drawing/drawn.ts";
import { sheetCanvas } from "./sheet-canvas.ts";

export interface ColumnGroups {
  /** Shows those of the sheet in front. */
  show(frame: DrawnFrame | undefined): void;
}

export interface ColumnGroupsOptions {
  readonly univer: FUniver;
  readonly injector: Injector;
  readonly container: HTMLElement;
  /** Asks the engine for a change. */
  readonly ask: (request: object) => void;
  /** Brings the keyboard back to the cells. */
  readonly focus: () => void;
}

/** Of its own: what lies within the grid's element takes the keyboard from the cells. */
const LAYER = "column-groups";
const SIZE = 16;

export function columnGroups({ univer, injector, container, ask, focus }: ColumnGroupsOptions): ColumnGroups {
  const layer = document.createElement("div");
  layer.className = LAYER;
  layer.role = "group";
  layer.ariaLabel = "列のグループ";
  container.after(layer);
  let shown: DrawnFrame | undefined;
  let toggles: readonly (readonly [DrawnColumnGroup, HTMLButtonElement])[] = [];

  const sheet = () => {
    const active = univer.getActiveWorkbook()?.getActiveSheet();
    return active?.getSheetId() === String(shown?.sheetId) ? active : undefined;
  };

  function toggleOf(group: DrawnColumnGroup): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = group.collapsed ? "+" : "−";
    button.ariaExpanded = String(!group.collapsed);
    button.ariaLabel = `${sheet()?.getRange(0, group.control).getDisplayValue() ?? ""}の列`;
    button.title = group.collapsed ? "グループを開く" : "グループを閉じる";
    // As Tab brings somebody to one that is out of sight.
    button.addEventListener("focus", () => button.matches(".away") && sheet()?.scrollToCell(0, group.control));
    button.addEventListener("click", ({ detail }) => {
      const { start: startIndex, end: endIndex, depth, collapsed } = group;
      const range = { sheetId: shown?.sheetId ?? 0, dimension: "COLUMNS", startIndex, endIndex };
      const dimensionGroup = { range, depth, collapsed: !collapsed };
      ask({ updateDimensionGroup: { dimensionGroup, fields: "collapsed" } });
      // Whoever came with the keyboard goes on from here.
      if (detail > 0) focus();
    });
    return button;
  }

  function place(): void {
    const active = sheet();
    const canvas = sheetCanvas(container)?.getBoundingClientRect();
    if (active === undefined || !canvas?.width) return;
    const unitId = univer.getActiveWorkbook()?.getId() ?? "";
    const main = injector
      .get(IRenderManagerService)
      .getRenderById(unitId)
      ?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    const [zoom, scrolled] = [active.getZoom(), main?.viewportScrollX ?? 0];
    const { frozenColumns = 0 } = shown ?? {};
    const { x: frozenEdge } = active.getRange(0, frozenColumns).getCellRect();
    layer.style.top = `${canvas.y - container.getBoundingClientRect().y}px`;
    for (const [{ control }, button] of toggles) {
      const { x, y, width } = active.getRange(0, control).getCellRect();
      const isFrozen = control < frozenColumns;
      const right = x + width - (isFrozen ? 0 : scrolled);
      button.hidden = width === 0;
      button.classList.toggle("away", (!isFrozen && right - SIZE < frozenEdge) || right * zoom > canvas.width);
      button.style.translate = `${right * zoom - SIZE - 2}px ${(y * zoom - SIZE) / 2}px`;
    }
  }

  for (const event of [univer.Event.Scroll, univer.Event.SheetSkeletonChanged, univer.Event.SheetZoomChanged])
    univer.addEvent(event, place);
  new ResizeObserver(place).observe(container);

  return {
    show(frame) {
      const same =
        JSON.stringify([shown?.sheetId, shown?.columnGroups]) === JSON.stringify([frame?.sheetId, frame?.columnGroups]);
      shown = frame;
      if (!same) {
        const at = toggles.findIndex(([, button]) => button === document.activeElement);
        toggles = (frame?.columnGroups ?? []).map((group) => [group, toggleOf(group)] as const);
        layer.replaceChildren(...toggles.map(([, button]) => button));
        toggles[at]?.[1].focus();
      }
      place();
    },
  };
}
