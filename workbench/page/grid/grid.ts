/** The workbook on the page: shows what the engine holds, and brings a person's edits to it. */
import { FOCUSING_FX_BAR_EDITOR, IContextService } from "@univerjs/core";
import type { Changed } from "../../server/page-event.ts";
import type { Span } from "../../sheets/drawing/drawn.ts";
import { type Corner, type Entry, type SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import { keepActiveCell } from "./active-cell.ts";
import { cellKeys } from "./cell-keys.ts";
import { createChoices } from "./choices.ts";
import { type DataCommand, dataRequest } from "./data-requests.ts";
import { createEdits } from "./edits.ts";
import { filterViewChoice } from "./filter-view-choice.ts";
import { guardFocus } from "./focus-guard.ts";
import { listenTo } from "./gestures.ts";
import { type Caution, harmlessCell, unguarded } from "./guarded-cells.ts";
import { type Inspection, inspection } from "./inspection.ts";
import { entries as cellsIn, type Matrix, put } from "./matrix.ts";
import { finishStart, installOwnParts, lookAtRulesAgain } from "./own-parts.ts";
import { hintAtProtections } from "./protection-hint.ts";
import { resizeRequest } from "./resize.ts";
import { selectedColumns } from "./selected-columns.ts";
import { sheetCanvas } from "./sheet-canvas.ts";
import { sheetLook } from "./sheet-look.ts";
import { stillness } from "./stillness.ts";
import { createSync } from "./sync.ts";
import { createUniver } from "./univer.ts";
import { isCheckbox } from "./validation.ts";
import { createView } from "./view.ts";

export interface GridOptions {
  readonly container: HTMLElement;
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  readonly onTitle: (title: string) => void;
  /** An edit that the engine refused; the cells show their old content again. */
  readonly onRefusal: (refusal: SheetsRefusal) => void;
  /** Something that a person asked of the grid and that it does not do. */
  readonly onUnsupported: () => void;
  /** Something typed that the cell's rule does not allow; the cell shows its old content again. */
  readonly onInvalid: () => void;
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
  /** Brings a sheet to the front, also one that has only just come to be. */
  activate(sheetId: number): Promise<void>;
  /** Resolves when all edits have reached the engine, the sheet on the screen shows the answer, and nothing moves any more. */
  settled(): Promise<void>;
  /** Sorts or filters the sheet on the screen, by the selected columns. */
  arrange(command: DataCommand): void;
  /** Brings the keyboard to the active cell. */
  focus(): void;
  /** The same, where nothing on the page has it. */
  focusIfFree(): void;
  readonly inspection: Inspection;
}

export function createGrid({
  container,
  client,
  spreadsheetId,
  onTitle,
  onRefusal,
  onUnsupported,
  onInvalid,
  onContextMenu,
  confirm,
}: GridOptions): Grid {
  // Before Univer listens to keys.
  const keyboard = guardFocus(
    container,
    () => injector.get(IContextService).getContextValue(FOCUSING_FX_BAR_EDITOR) === true,
  );
  const { univer, injector } = createUniver(container);
  const choices = createChoices(univer);
  installOwnParts(univer, injector, choices.component);
  keyboard.onKey(choices.onKey);
  const view = createView(univer);
  const look = sheetLook(univer, container);
  const frameOf = (id: string) => view.sheet(id)?.frame;
  const activeCell = keepActiveCell(univer, (sheet) =>
    harmlessCell(frameOf(sheet.getSheetId()) ?? unguarded, sheet.getMaxColumns()),
  );
  const filterViews = filterViewChoice(container, (sheetId, filterView) =>
    view.lookThrough(String(sheetId), filterView),
  );
  const onSeen = () => filterViews.offer(frameOf(view.activeId()), view.filterView(view.activeId()));
  const sync = createSync({ client, view, spreadsheetId, onTitle, onSeen });
  hintAtProtections(univer, container, frameOf);
  // One thing after the other: an answer must not overtake an edit that was made after it.
  let queue: Promise<void> = Promise.resolve();
  let catching: Promise<void> | undefined;

  function enqueue(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error) => console.error(error));
    return queue;
  }

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

  /** However many changes were noted meanwhile, one look shows them all. */
  function catchUp(): Promise<void> {
    catching ??= enqueue(() => {
      catching = undefined;
      return sync.catchUp();
    });
    return catching;
  }

  function refused(error: unknown): void {
    if (!(error instanceof SheetsRefusal)) throw error;
    onRefusal(error);
  }

  async function enter(id: string, entries: readonly Entry[], cells: Matrix<unknown>): Promise<void> {
    const sheet = view.sheet(id);
    if (sheet === undefined) return;
    for (const { row, column } of cellsIn(cells)) put(sheet.touched, row, column, true);
    const rows = Object.keys(cells).map((row): Span => [Number(row), Number(row) + 1]);
    sync.noteRows(id, [...rows, ...entries.map(({ corner, rows }): Span => [corner.row, corner.row + rows.length])]);
    try {
      for (const entry of entries) await client.enter(sheet.frame.title, entry);
    } catch (error) {
      if (error instanceof SheetsRefusal) onRefusal(error);
      else view.restore(id);
    }
    await sync.catchUp();
    lookAtRulesAgain(univer, injector, id, cellsIn(cells));
  }

  const edits = createEdits({
    rules: (id) => view.sheet(id)?.rules ?? [],
    guard: (id) => frameOf(id) ?? unguarded,
    onInvalid,
    confirm,
    write: (id, entries, cells) => void enqueue(async () => enter(id, await entries, cells)),
  });

  const isBox = (id: string, { row, column }: Corner) => isCheckbox(view.sheet(id)?.rules ?? [], row, column);
  keyboard.onKey(cellKeys({ univer, isCheckbox: isBox, enter: edits.enter }));

  /** For the engine to accept or refuse; the grid shows it when it is so. */
  const ask = (request: object) =>
    enqueue(async () => {
      await client.update([request]).catch(refused);
      sync.noteAll();
      await sync.catchUp();
    });

  container.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    if (event.target === sheetCanvas(container)) onContextMenu({ x: event.clientX, y: event.clientY });
  });

  listenTo(univer, {
    onResize: (resize) => void ask(resizeRequest(Number(view.activeId()), resize)),
    onEdit: edits.edit,
    onReplace: edits.replace,
    onPaste: (id, corner, rows) => edits.enter(id, { corner, rows, parsed: true }),
    onSheetChosen: () => void catchUp(),
    onUnsupported,
  });

  return {
    inspection: inspection(univer, container),
    load: () => enqueue(load),
    changed(change) {
      sync.note(change);
      void catchUp();
    },
    refresh() {
      sync.noteAll();
      return catchUp();
    },
    activate: (sheetId) =>
      enqueue(async () => {
        await sync.catchUp();
        if (view.sheet(String(sheetId)) !== undefined) view.activate(String(sheetId));
      }),
    arrange(command) {
      const columns = selectedColumns(univer, frameOf);
      if (columns !== undefined) void ask(dataRequest(command, columns));
    },
    focus: keyboard.focus,
    focusIfFree: keyboard.focusIfFree,
    async settled() {
      let seen: Promise<void>;
      do {
        seen = queue;
        await seen;
        await stillness(look);
      } while (seen !== queue);
    },
  };
}
