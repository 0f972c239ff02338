/** The workbook on the page: shows what the engine holds, and brings a person's edits to it. */
import type { Changed } from "../../server/page-event.ts";
import type { Span } from "../../sheets/drawing/drawn.ts";
import { type Entry, type SheetsClient, SheetsRefusal } from "../sheets-client.ts";
import { type EditedCells, entriesOf } from "./edit.ts";
import { listenTo } from "./gestures.ts";
import { type Inspection, inspection } from "./inspection.ts";
import { entries as cellsIn, type Matrix, put } from "./matrix.ts";
import { createSync } from "./sync.ts";
import { createUniver } from "./univer.ts";
import { covers } from "./validation.ts";
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
}

export interface Grid {
  load(): Promise<void>;
  /** Shows what somebody changed. */
  changed(change: Changed): void;
  /** Looks at everything again. */
  refresh(): Promise<void>;
  /** Brings a sheet to the front, also one that has only just come to be. */
  activate(sheetId: number): Promise<void>;
  /** Resolves when all edits have reached the engine and the sheet on the screen shows the answer. */
  settled(): Promise<void>;
  readonly inspection: Inspection;
}

export function createGrid({ container, client, spreadsheetId, onTitle, onRefusal, onUnsupported }: GridOptions): Grid {
  const univer = createUniver(container);
  const view = createView(univer);
  const sync = createSync({ client, view, spreadsheetId, onTitle });
  // One thing after the other: an answer must not overtake an edit that was made after it.
  let queue: Promise<void> = Promise.resolve();
  let catching: Promise<void> | undefined;

  function enqueue(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error) => console.error(error));
    return queue;
  }

  /** However many changes were noted meanwhile, one look shows them all. */
  function catchUp(): Promise<void> {
    catching ??= enqueue(() => {
      catching = undefined;
      return sync.catchUp();
    });
    return catching;
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
  }

  function edit(id: string, cells: EditedCells, texts: Matrix<string>): void {
    const rules = view.sheet(id)?.rules ?? [];
    const entries = entriesOf(cells, {
      textOf: (row, column) => texts[row]?.[column],
      isCheckbox: (row, column) => rules.some((rule) => rule.type === "checkbox" && covers(rule, row, column)),
    });
    void enqueue(() => enter(id, entries, cells));
  }

  listenTo(univer, {
    onEdit: edit,
    onPaste: (id, corner, rows) => void enqueue(() => enter(id, [{ corner, rows, parsed: true }], {})),
    onSheetChosen: () => void catchUp(),
    onUnsupported,
  });

  return {
    inspection: inspection(univer, container),
    load: () => enqueue(sync.load),
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
    async settled() {
      let seen: Promise<void>;
      do {
        seen = queue;
        await seen;
      } while (seen !== queue);
    },
  };
}
