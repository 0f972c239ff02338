/** Keeps the grid's sheets as the spreadsheet has them, and asks for no more than what changed. */
import type { Changed } from "../../server/page-event.ts";
import type { DrawnBook, Span } from "../../sheets/drawing/drawn.ts";
import type { SheetsClient } from "../sheets-client.ts";
import { afterChange, everything, type Outdated, WHOLE, withRows } from "./outdated.ts";
import { frontOf, type View } from "./view.ts";

export interface Sync {
  load(): Promise<void>;
  /** Takes note of what somebody changed; the page shows it with the next `catchUp`. */
  note(change: Changed): void;
  /** Nobody knows what changed. */
  noteAll(): void;
  noteFrames(): void;
  noteRows(id: string, spans: readonly Span[]): void;
  /** Looks again at what is outdated of the sheets' frames and of the sheet in front; other sheets wait until they are. */
  catchUp(): Promise<void>;
}

export interface SyncOptions {
  readonly client: SheetsClient;
  readonly view: View;
  readonly spreadsheetId: string;
  readonly onTitle: (title: string) => void;
  /** The sheet in front is as the spreadsheet has it. */
  readonly onSeen: () => void;
}

export function createSync({ client, view, spreadsheetId, onTitle, onSeen }: SyncOptions): Sync {
  let outdated: Outdated = { revision: 0, frames: false, rows: new Map() };
  const sheets = () => view.sheetIds().map(Number);

  /** What changed since the look is outdated still. */
  function lookedAt({ revision }: DrawnBook): void {
    if (outdated.revision <= revision) outdated = { ...outdated, revision, frames: false };
  }

  async function reframe(): Promise<void> {
    outdated = { ...outdated, frames: false };
    const book = await client.frames(view.looksThrough());
    const known = sheets();
    view.reframe(book);
    onTitle(book.title);
    lookedAt(book);
    for (const { sheetId } of book.sheets) if (!known.includes(sheetId)) noteRows(sheetId, WHOLE);
  }

  async function redraw(id: string): Promise<void> {
    const sheetId = Number(id);
    const spans = outdated.rows.get(sheetId);
    if (spans === undefined) return;
    const others = new Map(outdated.rows);
    others.delete(sheetId);
    outdated = { ...outdated, rows: others };
    view.redraw(id, spans, await client.rows({ sheetId, spans }));
  }

  function noteFrames(): void {
    outdated = { ...outdated, frames: true };
  }

  function noteRows(sheetId: number, spans: readonly Span[]): void {
    outdated = { ...outdated, rows: withRows(outdated.rows, sheetId, spans) };
  }

  return {
    async load() {
      const book = await client.frames([]);
      const { sheetId } = frontOf(book);
      view.show(spreadsheetId, book, await client.rows({ sheetId, spans: WHOLE }));
      onTitle(book.title);
      lookedAt(book);
      for (const other of sheets()) if (other !== sheetId) noteRows(other, WHOLE);
      onSeen();
    },
    note(change) {
      outdated = afterChange(outdated, change, sheets());
      if (change.drawn.rows.length > 0 && view.looksThrough().length > 0) noteFrames();
    },
    noteFrames,
    noteAll: () => {
      outdated = { ...outdated, ...everything(sheets()) };
    },
    noteRows: (id, spans) => noteRows(Number(id), spans),
    async catchUp() {
      const before = outdated;
      try {
        if (outdated.frames) await reframe();
        await redraw(view.activeId());
        onSeen();
      } catch (error) {
        // Whatever was not seen is outdated still; a sheet may be gone by now.
        outdated = { ...outdated, ...everything([...sheets(), ...before.rows.keys()]) };
        throw error;
      }
    },
  };
}
