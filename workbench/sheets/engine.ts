import { ApiError, forbidden, notFound } from "./api/api-error.ts";
import { checkResponseMask } from "./api/checked-mask.ts";
import { parseMask, project } from "./api/field-mask.ts";
import { readPayload } from "./api/payload.ts";
import { checkQuery } from "./api/query.ts";
import { routeOf } from "./api/routes.ts";
import type { Scalar } from "./api/value-range.ts";
import { applyEntry, COPY, PASTE_SHEET, type Role, SHARE } from "./apply-entry.ts";
import { checkReader, checkWriter } from "./book/access.ts";
import { seenElsewhere } from "./book/copy.ts";
import { restoreWorkbook, saveSheet, saveWorkbook } from "./book/snapshot.ts";
import type { JournalEntry, SpreadsheetStore, StoredSpreadsheet } from "./book/store.ts";
import { forkWorkbook, requireSheet, type Workbook } from "./book/workbook.ts";
import { type Breach, breachesIn } from "./cells/breaches.ts";
import { type InputOption, writeRange } from "./cells/values-write.ts";
import { type DrawnChange, drawnChange } from "./drawing/change.ts";
import type { DrawnBook, DrawnRows, Span } from "./drawing/drawn.ts";
import { drawnBook } from "./drawing/frame.ts";
import { drawnRows } from "./drawing/rows.ts";
import { keepClock, noteChange } from "./formulas/calculation-time.ts";

export interface ApiRequest {
  readonly method: string;
  /** With its query: "/v4/spreadsheets/ID:batchUpdate?fields=replies". */
  readonly path: string;
  readonly body?: unknown;
  /** E-mail address of the caller. */
  readonly user: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly body: unknown;
}

export interface Change {
  readonly spreadsheetId: string;
  readonly user: string;
  readonly revision: number;
  /** What is drawn differently now; everything, of a spreadsheet that has only just come to be. Computed when asked for. */
  readonly drawn?: DrawnChange | undefined;
}

/** What a person enters into cells, from a range on. */
export interface PersonEntry {
  readonly range: string;
  readonly rows: readonly Scalar[][];
  readonly option: InputOption;
}

export interface SheetsEngine {
  /** One REST call, synchronous and atomic. Bodies are copied in and out, so callers never share state with it. */
  handle(request: ApiRequest): ApiResponse;
  /** What a page shows around the cells, as its user sees it. Throws ApiError. */
  frames(spreadsheetId: string, user: string, through?: readonly number[]): DrawnBook;
  /** The cells of rows as a page shows them. Throws ApiError. */
  rows(spreadsheetId: string, user: string, sheetId: number, spans: readonly Span[]): DrawnRows;
  /** What of an entry the rules of its cells would not allow, were it entered by this person; nothing is changed. Throws ApiError. */
  breaches(spreadsheetId: string, user: string, entry: PersonEntry): Breach[];
  /** Tells of every change once it is applied (and on disk, where there is a store); returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void;
  /** Whose file a spreadsheet is. Throws ApiError. */
  ownerOf(spreadsheetId: string): string;
  /** Gives a person access to a spreadsheet, as its owner does in Drive. */
  share(spreadsheetId: string, user: string, role: Role): void;
  /** Copies a spreadsheet for a person who may read it, as Drive does; gives the id of the copy. */
  copy(spreadsheetId: string, user: string, title?: string): string;
  /** The ids of all spreadsheets, oldest first. */
  spreadsheetIds(): readonly string[];
}

export interface SheetsEngineOptions {
  readonly now?: () => Date;
  /** Source of ids: numbers from 0 to below 1. */
  readonly random?: () => number;
  /** In memory when absent. */
  readonly store?: SpreadsheetStore;
}

/** Throws a sentence for a spreadsheet of which a part is missing or spoilt: nothing is written over it. */
function restored({ name, state, journal }: StoredSpreadsheet): Workbook {
  try {
    let book = state === undefined ? undefined : restoreWorkbook(state);
    for (const entry of journal) {
      const known = book?.revision ?? 0;
      // A kill between writing a snapshot and emptying the journal leaves entries the snapshot already has.
      if (entry.revision <= known) continue;
      if (entry.revision !== known + 1) throw new Error("an entry is missing");
      book = applyEntry(book, entry).book;
    }
    if (book === undefined) throw new Error("it is empty");
    return book;
  } catch {
    throw new Error(
      `${name} is cut short, or not a spreadsheet that this version of the workbench has kept. Delete its .json and .journal to do without it, or name another folder.`,
    );
  }
}

/** A well-formed id may well exist, only not here: it is answered as somebody else's file, a malformed one as none. */
const FILE_ID = /^1[A-Za-z0-9_-]{43}$/;

/** An in-memory Google Sheets API v4. With a store, no change is acknowledged before it is on disk. */
export function createSheetsEngine(options: SheetsEngineOptions = {}): SheetsEngine {
  const { now = () => new Date(), random = Math.random, store } = options;
  const books = new Map<string, Workbook>();
  const listeners = new Set<(change: Change) => void>();
  for (const stored of store?.load() ?? []) {
    const book = restored(stored);
    keepClock(book, now);
    noteChange(book, now().getTime());
    books.set(book.spreadsheetId, book);
  }

  const bookOf = (id: string): Workbook => {
    const book = books.get(id);
    if (book === undefined) throw FILE_ID.test(id) ? forbidden() : notFound();
    return book;
  };

  const commit = (current: Workbook | undefined, change: Omit<JournalEntry, "revision" | "time" | "seed">): unknown => {
    const seed = Math.floor(random() * 2 ** 32);
    const entry = { revision: (current?.revision ?? 0) + 1, time: now().getTime(), seed, ...change };
    const { book, answer } = applyEntry(current, entry);
    keepClock(book, now);
    store?.append(book.spreadsheetId, entry, () => saveWorkbook(book));
    books.set(book.spreadsheetId, book);
    if (listeners.size > 0) tell(current, book, entry.user);
    return answer;
  };

  const tell = (before: Workbook | undefined, after: Workbook, user: string): void => {
    const { spreadsheetId, revision } = after;
    let drawn: DrawnChange | undefined;
    const change: Change = {
      spreadsheetId,
      user,
      revision,
      get drawn() {
        drawn ??= before && drawnChange(before, after);
        return drawn;
      },
    };
    for (const listener of listeners) listener(change);
  };

  const readable = (id: string, user: string): Workbook => {
    const book = bookOf(id);
    checkReader(book, user);
    return book;
  };

  const answer = ({ method, path, body, user }: ApiRequest): unknown => {
    const { spreadsheetId, target, call } = routeOf(method, path);
    checkQuery(call.query, target.method);
    const fields = call.query.get("fields");
    if (fields) checkResponseMask(parseMask(fields), target.answer);
    const read = target.body === undefined ? undefined : readPayload(body, target.body);
    if (target.kind === "create") return commit(undefined, { user, method, path, body: read });
    const book = readable(spreadsheetId, user);
    if (target.kind === "read") return target.run(book, user, { ...call, body: read });
    if (target.kind === "copySheet") return copySheet(book, call.name, String(read?.destinationSpreadsheetId), user);
    checkWriter(book, user);
    return commit(book, { user, method, path, body: read });
  };

  const copySheet = (source: Workbook, sheetId: string, destinationId: string, user: string): unknown => {
    const sheet = requireSheet(source, Number(sheetId), "sheet");
    const destination = bookOf(destinationId);
    checkWriter(destination, user);
    return commit(destination, { user, method: PASTE_SHEET, path: "", body: saveSheet(source, sheet) });
  };

  return {
    handle(request) {
      try {
        const fields = new URLSearchParams(request.path.split("?")[1] ?? "").get("fields");
        const body = answer(request);
        return { status: 200, body: project(body, fields ? parseMask(fields) : true) };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { status: error.code, body: error.body };
      }
    },
    frames: (id, user, through) => drawnBook(readable(id, user), user, through),
    rows(id, user, sheetId, spans) {
      const book = readable(id, user);
      return drawnRows(book, requireSheet(book, sheetId, "sheet"), spans);
    },
    breaches(id, user, { range, rows, option }) {
      const book = forkWorkbook(readable(id, user));
      noteChange(book, now().getTime());
      checkWriter(book, user);
      const context = { book, user, now: now(), random };
      const { sheetId, startRow, startColumn } = writeRange(context, range, rows, option);
      const cells = rows.flatMap((written, row) =>
        written.flatMap((cell, column) =>
          cell === null ? [] : [{ row: startRow + row, column: startColumn + column }],
        ),
      );
      return breachesIn(book, requireSheet(book, sheetId, "sheet"), cells);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ownerOf: (spreadsheetId) => bookOf(spreadsheetId).access.owner,
    share(spreadsheetId, user, role) {
      const book = bookOf(spreadsheetId);
      commit(book, { user: book.access.owner, method: SHARE, path: role, body: user });
    },
    copy(spreadsheetId, user, title) {
      const book = readable(spreadsheetId, user);
      const body = saveWorkbook({ ...book, metadata: seenElsewhere(book.metadata) });
      const copied = commit(undefined, {
        user,
        method: COPY,
        path: title ?? `Copy of ${book.properties.title}`,
        body,
      });
      return (copied as { spreadsheetId: string }).spreadsheetId;
    },
    spreadsheetIds: () => [...books.keys()],
  };
}
