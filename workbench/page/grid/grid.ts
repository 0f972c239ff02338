/** The workbook on the page: shows what the engine holds, and brings a person's edits to it. */
import { FOCUSING_FX_BAR_EDITOR, IContextService } from "@univerjs/core";
import { type Corner, type Entry, type SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import { keepActiveCell } from "./active-cell.ts";
import { cellKeys } from "./cell-keys.ts";
import { createChoices } from "./choices.ts";
import { type DataCommand, dataRequest } from "./data-requests.ts";
import { createEdits } from "./edits.ts";
import { guardFocus } from "./focus-guard.ts";
import { listenTo } from "./gestures.ts";
import { type Caution, harmlessCell } from "./guarded-cells.ts";
import { createGuards } from "./guards.ts";
import { type Inspection, inspection } from "./inspection.ts";
import { entries as cellsIn, type Matrix, put } from "./matrix.ts";
import { finishStart, installOwnParts, lookAtRulesAgain } from "./own-parts.ts";
import { resizeRequest } from "./resize.ts";
import { selectedColumns } from "./selected-columns.ts";
import { sheetCanvas } from "./sheet-canvas.ts";
import { sheetLook } from "./sheet-look.ts";
import { stillness } from "./stillness.ts";
import { createUniver } from "./univer.ts";
import { isCheckbox } from "./validation.ts";
import { createView } from "./view.ts";

export interface GridOptions {
  readonly container: HTMLElement;
  readonly client: SheetsClient;
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
  /** Reads again what is on the screen; the other sheets when they come to it. */
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
  const guards = createGuards(client);
  const activeCell = keepActiveCell(univer, (sheet) =>
    harmlessCell(guards.of(sheet.getSheetId()), sheet.getMaxColumns()),
  );
  // One thing after the other: an answer must not overtake an edit that was made after it.
  let queue: Promise<void> = Promise.resolve();
  let refreshing: Promise<void> | undefined;

  function enqueue(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error) => console.error(error));
    return queue;
  }

  async function load(): Promise<void> {
    const [spreadsheet] = await Promise.all([client.spreadsheet(), guards.refresh()]);
    onTitle(spreadsheet.properties.title);
    await keyboard.deafDuring(() =>
      activeCell.keptWhile(async () => {
        view.show(spreadsheet);
        await stillness(look);
        finishStart(injector);
      }),
    );
    keyboard.focusIfFree();
  }

  async function refreshActive(): Promise<void> {
    const id = view.activeId();
    const shown = view.sheet(id);
    if (!shown?.stale) return;
    shown.stale = false;
    const [sheet] = await Promise.all([client.sheet(shown.title).catch(() => undefined), guards.refresh()]);
    if (sheet === undefined || !view.update(id, sheet)) await load();
  }

  /** What was noted while an earlier look was under way is not in that look: all is out of date when this one begins. */
  function refresh(): Promise<void> {
    refreshing ??= enqueue(() => {
      refreshing = undefined;
      return lookAgain();
    });
    return refreshing;
  }

  function lookAgain(): Promise<void> {
    for (const sheet of view.sheets()) sheet.stale = true;
    return refreshActive();
  }

  function refused(error: unknown): void {
    if (!(error instanceof SheetsRefusal)) throw error;
    onRefusal(error);
  }

  async function enter(id: string, entries: readonly Entry[], cells: Matrix<unknown>): Promise<void> {
    const sheet = view.sheet(id);
    if (sheet === undefined) return;
    for (const { row, column } of cellsIn(cells)) put(sheet.touched, row, column, true);
    sheet.stale = true;
    try {
      for (const entry of entries) await client.enter(sheet.title, entry);
    } catch (error) {
      refused(error);
    }
    await refreshActive();
    lookAtRulesAgain(univer, injector, id, cellsIn(cells));
  }

  const edits = createEdits({
    rules: (id) => view.sheet(id)?.rules ?? [],
    guard: guards.of,
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
      await lookAgain();
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
    onSheetChosen: () => void enqueue(refreshActive),
    onUnsupported,
  });

  return {
    inspection: inspection(univer, container),
    load: () => enqueue(load),
    refresh,
    activate: (sheetId) =>
      enqueue(async () => {
        if (view.sheet(String(sheetId)) === undefined) await load();
        if (view.sheet(String(sheetId)) !== undefined) univer.getActiveWorkbook()?.setActiveSheet(String(sheetId));
      }),
    arrange(command) {
      const columns = selectedColumns(univer, guards);
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
