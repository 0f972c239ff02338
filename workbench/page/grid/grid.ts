/** The workbook on the page: shows what the engine holds, and brings a person's edits to it. */
import { DataValidationCacheService } from "@univerjs/preset-sheets-data-validation";
import { type Corner, type Entry, type SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import { keepActiveCell } from "./active-cell.ts";
import { cellKeys } from "./cell-keys.ts";
import { accepted } from "./choice.ts";
import { createChoices } from "./choices.ts";
import { type DataCommand, dataRequest } from "./data-requests.ts";
import { type EditedCells, entriesOf } from "./edit.ts";
import { guardFocus } from "./focus-guard.ts";
import { listenTo, type Typed } from "./gestures.ts";
import { type Caution, cautionFor, harmlessCell } from "./guarded-cells.ts";
import { createGuards } from "./guards.ts";
import { type Inspection, inspection } from "./inspection.ts";
import { entries as cellsIn, type Matrix, put } from "./matrix.ts";
import { installOwnParts } from "./own-parts.ts";
import { resizeRequest } from "./resize.ts";
import { sheetCanvas } from "./sheet-canvas.ts";
import { sheetLook } from "./sheet-look.ts";
import { stillness } from "./stillness.ts";
import { createUniver } from "./univer.ts";
import { choiceAt, isCheckbox } from "./validation.ts";
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
  /** The same, unless a menu, a dialog, a panel or a field has it. */
  focusUnlessElsewhere(): void;
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
  const keyboard = guardFocus(container);
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
      activeCell.keptWhile(() => {
        view.show(spreadsheet);
        return stillness(look);
      }),
    );
    keyboard.focusUnlessElsewhere();
  }

  async function refreshActive(): Promise<void> {
    const id = view.activeId();
    const shown = view.sheet(id);
    if (!shown?.stale) return;
    shown.stale = false;
    const [sheet] = await Promise.all([client.sheet(shown.title).catch(() => undefined), guards.refresh()]);
    if (sheet === undefined || !view.update(id, sheet)) await load();
  }

  function refresh(): Promise<void> {
    for (const sheet of view.sheets()) sheet.stale = true;
    refreshing ??= enqueue(() => {
      refreshing = undefined;
      return refreshActive();
    });
    return refreshing;
  }

  function refused(error: unknown): void {
    if (!(error instanceof SheetsRefusal)) throw error;
    onRefusal(error);
  }

  /** Univer asks again whether a cell keeps its rule only where it wrote the cell itself. */
  function recheck(cells: readonly Corner[]): void {
    const ranges = cells.map(({ row, column }) => ({
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
    }));
    injector
      .get(DataValidationCacheService)
      .markRangeDirty(univer.getActiveWorkbook()!.getId(), view.activeId(), ranges);
  }

  async function enter(id: string, entries: readonly Entry[], cells: Matrix<unknown>, may = true): Promise<void> {
    const sheet = view.sheet(id);
    if (sheet === undefined) return;
    for (const { row, column } of cellsIn(cells)) put(sheet.touched, row, column, true);
    sheet.stale = true;
    try {
      for (const entry of may ? entries : []) await client.enter(sheet.title, entry);
    } catch (error) {
      refused(error);
    }
    await refreshActive();
    recheck(cellsIn(cells));
  }

  function edit(id: string, cells: EditedCells, typed: Typed | undefined): void {
    const rules = view.sheet(id)?.rules ?? [];
    const [first] = cellsIn(cells);
    const choice = typed && first && choiceAt(rules, first.row, first.column);
    const text = choice ? accepted(choice, typed) : typed?.text;
    const refused = typed !== undefined && text === undefined;
    if (refused) onInvalid();
    const sheet = { text, isCheckbox: (row: number, column: number) => isCheckbox(rules, row, column) };
    change(id, refused ? [] : entriesOf(cells, sheet), cells);
  }

  /** The question is put at once: the keys that come next are for its answer. */
  function change(id: string, entries: readonly Entry[], cells: Matrix<unknown>): void {
    const caution = cautionFor(guards.of(id), entries.flatMap(cornersIn));
    const answer = caution === undefined ? true : confirm(caution);
    void enqueue(async () => enter(id, entries, cells, await answer));
  }

  const isBox = (id: string, { row, column }: Corner) => isCheckbox(view.sheet(id)?.rules ?? [], row, column);
  keyboard.onKey(cellKeys({ univer, isCheckbox: isBox, enter: (id, entry) => change(id, [entry], {}) }));

  /** For the engine to accept or refuse; the grid shows it when it is so. */
  const ask = (request: object) =>
    enqueue(async () => {
      await client.update([request]).catch(refused);
    });

  function arrange(command: DataCommand): void {
    const sheet = univer.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getActiveRange();
    if (!sheet || !range) return;
    const id = sheet.getSheetId();
    const { frozenRows: headerRows } = guards.of(id);
    const columns = { startColumn: range.getColumn(), endColumn: range.getLastColumn() + 1 };
    void ask(dataRequest(command, { sheetId: Number(id), headerRows, columnCount: sheet.getMaxColumns(), ...columns }));
  }

  container.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    if (event.target === sheetCanvas(container)) onContextMenu({ x: event.clientX, y: event.clientY });
  });

  listenTo(univer, {
    onResize: (resize) => void ask(resizeRequest(Number(view.activeId()), resize)),
    onEdit: edit,
    onPaste: (id, corner, rows) => change(id, [{ corner, rows, parsed: true }], {}),
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
    arrange,
    focus: keyboard.focus,
    focusUnlessElsewhere: keyboard.focusUnlessElsewhere,
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

/** The cells that an entry writes. */
const cornersIn = ({ corner, rows }: Entry): Corner[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell === null ? [] : [{ row: corner.row + row, column: corner.column + column }])),
  );
