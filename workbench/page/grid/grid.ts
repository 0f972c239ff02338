/** The workbook on the page: shows what the engine holds, and brings a person's edits to it. */
import { FOCUSING_FX_BAR_EDITOR, IContextService } from "@univerjs/core";
import type { CurrentCell } from "../../apps-script/execution/protocol.ts";
import type { Activated } from "../../apps-script/ui.ts";
import type { Changed } from "../../server/page-event.ts";
import type { Corner, SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import { keepActiveCell } from "./active-cell.ts";
import { cellKeys } from "./cell-keys.ts";
import { createChoices } from "./choices.ts";
import { dataCommands } from "./data-commands.ts";
import type { DataCommand } from "./data-requests.ts";
import { createEdits } from "./edits.ts";
import { filterViewChoice } from "./filter-view-choice.ts";
import { guardFocus } from "./focus-guard.ts";
import { listenTo } from "./gestures.ts";
import { type Caution, harmlessCell, unguarded } from "./guarded-cells.ts";
import { type Inspection, inspection } from "./inspection.ts";
import { finishStart, installOwnParts, lookAtRulesAgain } from "./own-parts.ts";
import { hintAtProtections } from "./protection-hint.ts";
import { resizeRequest } from "./resize.ts";
import { sheetCanvas } from "./sheet-canvas.ts";
import { sheetLook } from "./sheet-look.ts";
import { stillness } from "./stillness.ts";
import { createSync } from "./sync.ts";
import { createUniver } from "./univer.ts";
import { isCheckbox } from "./validation.ts";
import { createView } from "./view.ts";
import { workQueue } from "./work-queue.ts";
import { createWriter } from "./writer.ts";

export interface GridOptions {
  readonly container: HTMLElement;
  /** Where a person chooses the filter view to look through: outside of the grid, which has a tab for every sheet there. */
  readonly views: HTMLElement;
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  readonly onTitle: (title: string) => void;
  /** An edit that the engine refused; the cells show their old content again. */
  readonly onRefusal: (refusal: SheetsRefusal) => void;
  /** Something that a person asked of the grid and that it does not do. */
  readonly onUnsupported: () => void;
  /** Something typed that the cell's rule does not allow; the cell shows its old content again. */
  readonly onInvalid: (message?: string) => void;
  readonly onContextMenu: (at: { readonly x: number; readonly y: number }) => void;
  /** Resolves with true when the person wants to change such cells all the same. */
  readonly confirm: (caution: Caution) => Promise<boolean>;
}

export interface Grid {
  load(): Promise<void>;
  /** Shows what somebody changed. */
  changed(change: Changed): void;
  /** Looks at everything again. */
  refresh(): Promise<void>;
  /** Brings a sheet to the front, also one that has only just come to be, and the person into a cell of it. */
  activate(place: Activated): Promise<void>;
  /** Resolves when all edits have reached the engine, the sheet on the screen shows the answer, and nothing moves any more. */
  settled(): Promise<void>;
  /** Sorts or filters the sheet on the screen, by the selected columns. */
  arrange(command: DataCommand): void;
  /** Brings the keyboard to the active cell. */
  focus(): void;
  /** The same, where nothing on the page has it. */
  focusIfFree(): void;
  /** Where the person is; undefined before anything is shown. */
  currentCell(): CurrentCell | undefined;
  readonly inspection: Inspection;
}

export function createGrid(options: GridOptions): Grid {
  const { container, views, client, spreadsheetId, onTitle, onRefusal, onUnsupported, onInvalid, confirm } = options;
  // Before Univer listens to keys.
  const keyboard = guardFocus(
    container,
    () => injector.get(IContextService).getContextValue(FOCUSING_FX_BAR_EDITOR) === true,
  );
  const { univer, injector } = createUniver(container);
  const choices = createChoices(univer);
  installOwnParts(univer, injector, choices.component);
  keyboard.onKey(choices.onKey);

  const queue = workQueue();
  const view = createView(univer);
  const look = sheetLook(univer, container);
  const frameOf = (id: string) => view.sheet(id)?.frame;
  const filterViews = filterViewChoice(views, (sheetId, filterView) => {
    view.lookThrough(String(sheetId), filterView);
    sync.noteFrames();
    void catchUp();
  });
  const onSeen = () => filterViews.offer(frameOf(view.activeId()), view.filterView(view.activeId()));
  const sync = createSync({ client, view, spreadsheetId, onTitle, onSeen });
  // However many changes were noted meanwhile, one look shows them all.
  const catchUp = () => queue.addOnce(sync.catchUp);

  const onShown = (id: string, cells: readonly Corner[]) => lookAtRulesAgain(univer, injector, id, cells);
  const writer = createWriter({ client, view, sync, onRefusal, onShown });
  const ask = (request: object) => void queue.add(() => writer.ask(request));
  const data = dataCommands({ univer, frameOf, ask, onUnsupported });
  const edits = createEdits({
    rules: (id) => view.sheet(id)?.rules ?? [],
    guard: (id) => frameOf(id) ?? unguarded,
    onInvalid,
    confirm,
    write: (id, entries, cells) => void queue.add(async () => writer.enter(id, await entries, cells)),
  });
  const isBox = (id: string, { row, column }: Corner) => isCheckbox(view.sheet(id)?.rules ?? [], row, column);
  keyboard.onKey(cellKeys({ univer, isCheckbox: isBox, enter: edits.enter }));

  hintAtProtections(univer, container, frameOf);
  openCellMenu(options);
  listenTo(univer, {
    onResize: (resize) => ask(resizeRequest(Number(view.activeId()), resize)),
    onFilter: data.filterBy,
    onEdit: edits.edit,
    onReplace: edits.replace,
    onPaste: (id, corner, rows) => edits.enter(id, { corner, rows, parsed: true }),
    onSheetChosen: () => void catchUp(),
    onUnsupported,
  });

  const activeCell = keepActiveCell(univer, (sheet) =>
    harmlessCell(frameOf(sheet.getSheetId()) ?? unguarded, sheet.getMaxColumns()),
  );
  async function load(): Promise<void> {
    await keyboard.deafDuring(() =>
      activeCell.keptWhile(async () => {
        await sync.load();
        await stillness(look);
        finishStart(injector);
      }),
    );
    keyboard.focusIfFree();
  }
  async function activate({ sheetId, row, column = 0 }: Activated): Promise<void> {
    await sync.catchUp();
    if (view.sheet(String(sheetId)) === undefined) return;
    view.activate(String(sheetId));
    if (row !== undefined) activeCell.goTo({ row, column });
  }

  return {
    inspection: inspection(univer, container),
    load: () => queue.add(load),
    changed(change) {
      sync.note(change);
      void catchUp();
    },
    refresh() {
      sync.noteAll();
      return catchUp();
    },
    activate: (place) => queue.add(() => activate(place)),
    arrange: data.arrange,
    focus: keyboard.focus,
    currentCell: activeCell.current,
    focusIfFree: keyboard.focusIfFree,
    settled: () => queue.idle(() => stillness(look)),
  };
}

/** In place of the browser's own menu. */
function openCellMenu({ container, onContextMenu }: GridOptions): void {
  container.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    if (event.target === sheetCanvas(container)) onContextMenu({ x: event.clientX, y: event.clientY });
  });
}
