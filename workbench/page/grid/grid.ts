/** The workbook on the page: shows what the engine holds, and brings a person's edits to it. */
import type { FUniver } from "@univerjs/core/facade";
import { type SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import type { Sheet, Spreadsheet } from "../spreadsheet.ts";
import { cellChanges, put } from "./cell-changes.ts";
import { isCalculation, isRefused } from "./commands.ts";
import { type EditedCells, editOf } from "./edit.ts";
import { createUniver, locale } from "./univer.ts";
import { validationRules } from "./validation.ts";
import { type CellMatrix, cellMatrix, sheetFrame, workbookData } from "./workbook-data.ts";

const SET_VALUES = "sheet.mutation.set-range-values";
const MUTATION = 2;

export interface GridOptions {
  readonly container: HTMLElement;
  readonly client: SheetsClient;
  readonly onTitle: (title: string) => void;
  /** An edit that the engine refused; the cells show their old content again. */
  readonly onRefusal: (refusal: SheetsRefusal) => void;
  /** Something that a person asked of the grid and that it does not do. */
  readonly onUnsupported: () => void;
}

export interface Grid {
  load(): Promise<void>;
  /** Reads again what is on the screen; the other sheets when they come to it. */
  refresh(): Promise<void>;
  /** Resolves when all edits have reached the engine and the sheet on the screen shows the answer. */
  settled(): Promise<void>;
  readonly univer: FUniver;
}

interface ShownSheet {
  title: string;
  frame: string;
  cells: CellMatrix;
  touched: CellMatrix;
  stale: boolean;
}

/** All but the cells, and but the number of rows, which grows with every import and can be set alone. */
function frameOf(sheet: Sheet): string {
  return JSON.stringify([{ ...sheetFrame(sheet), rowCount: 0 }, validationRules(sheet)]);
}

const shownSheet = (sheet: Sheet): ShownSheet => ({
  title: sheet.properties.title,
  frame: frameOf(sheet),
  cells: cellMatrix(sheet),
  touched: {},
  stale: false,
});

export function createGrid({ container, client, onTitle, onRefusal, onUnsupported }: GridOptions): Grid {
  const univer = createUniver(container);
  const shown = new Map<string, ShownSheet>();
  const typed = new Map<string, string>();
  let unitId = "";
  let queue: Promise<void> = Promise.resolve();
  let refreshing = false;

  const enqueue = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work).catch((error) => console.error(error));
    return queue;
  };

  const activeId = () => univer.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? "";

  function show(spreadsheet: Spreadsheet): void {
    const active = activeId();
    if (unitId !== "") univer.disposeUnit(unitId);
    unitId = spreadsheet.spreadsheetId;
    shown.clear();
    for (const sheet of spreadsheet.sheets) shown.set(String(sheet.properties.sheetId), shownSheet(sheet));
    const workbook = univer.createWorkbook(workbookData(spreadsheet, locale));
    onTitle(spreadsheet.properties.title);
    if (shown.has(active)) workbook.setActiveSheet(active);
  }

  const push = (id: string, params: object) =>
    univer.syncExecuteCommand(id, { unitId, ...params }, { onlyLocal: true, fromEngine: true });

  function update(id: string, sheet: Sheet): void {
    const before = shown.get(id)!;
    const fresh = cellMatrix(sheet);
    const rowCount = sheet.properties.gridProperties?.rowCount ?? 1000;
    const worksheet = univer.getActiveWorkbook()?.getSheetBySheetId(id);
    if (worksheet?.getMaxRows() !== rowCount)
      push("sheet.mutation.set-worksheet-row-count", { subUnitId: id, rowCount });
    const { removed, set, count } = cellChanges(before.cells, fresh, before.touched);
    if (count > 0) {
      push(SET_VALUES, { subUnitId: id, cellValue: removed });
      push(SET_VALUES, { subUnitId: id, cellValue: set });
    }
    shown.set(id, { ...before, cells: fresh, touched: {}, stale: false });
  }

  async function refreshActive(): Promise<void> {
    const id = activeId();
    const before = shown.get(id);
    if (before === undefined || !before.stale) return;
    before.stale = false;
    const sheet = await client.sheet(before.title).catch(() => undefined);
    if (sheet === undefined || String(sheet.properties.sheetId) !== id || frameOf(sheet) !== before.frame) {
      show(await client.spreadsheet());
    } else update(id, sheet);
  }

  function refresh(): Promise<void> {
    for (const sheet of shown.values()) sheet.stale = true;
    if (refreshing) return queue;
    refreshing = true;
    return enqueue(() => {
      refreshing = false;
      return refreshActive();
    });
  }

  async function send(id: string, cells: EditedCells, textOf: (row: number, column: number) => string | undefined) {
    const sheet = shown.get(id);
    if (sheet === undefined) return;
    const edit = editOf(cells, textOf);
    for (const [row, columns] of Object.entries(cells)) {
      for (const column of Object.keys(columns)) put(sheet.touched, Number(row), Number(column), {});
    }
    sheet.stale = true;
    try {
      if (edit !== undefined) await client.type(sheet.title, edit.corner, edit.rows);
    } catch (error) {
      if (!(error instanceof SheetsRefusal)) throw error;
      onRefusal(error);
    }
    await refreshActive();
  }

  univer.addEvent(univer.Event.BeforeSheetEditEnd, ({ worksheet, row, column, value, isConfirm }) => {
    if (isConfirm) typed.set(`${worksheet.getSheetId()} ${row} ${column}`, value.toPlainText().replace(/\r\n$/, ""));
  });

  univer.addEvent(univer.Event.BeforeCommandExecute, (event) => {
    if (isCalculation(event.id)) event.cancel = true;
    if (!isRefused(event.id) || (event.options as { fromEngine?: boolean } | undefined)?.fromEngine) return;
    event.cancel = true;
    onUnsupported();
  });

  univer.addEvent(univer.Event.CommandExecuted, ({ id, type, params, options }) => {
    if (type !== MUTATION || id !== SET_VALUES || options?.onlyLocal || options?.fromFormula) return;
    const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: EditedCells };
    const cells = structuredClone(cellValue ?? {});
    const texts = new Map(typed);
    typed.clear();
    void enqueue(() => send(subUnitId, cells, (row, column) => texts.get(`${subUnitId} ${row} ${column}`)));
  });

  univer.addEvent(univer.Event.ActiveSheetChanged, () => void enqueue(refreshActive));

  return {
    univer,
    load: () => enqueue(async () => show(await client.spreadsheet())),
    refresh,
    settled: async () => {
      let seen: Promise<void>;
      do {
        seen = queue;
        await seen;
      } while (seen !== queue);
    },
  };
}
