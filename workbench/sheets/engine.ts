import { seededRandom } from "../random.ts";
import { ApiError, forbidden, notFound, unimplemented } from "./api/api-error.ts";
import { checkResponseMask } from "./api/checked-mask.ts";
import { parseMask, project } from "./api/field-mask.ts";
import { cloned } from "./api/message.ts";
import { createWorkbook } from "./api/new-workbook.ts";
import { readPayload } from "./api/payload.ts";
import { checkQuery } from "./api/query.ts";
import { routeOf } from "./api/routes.ts";
import { getSpreadsheet } from "./api/spreadsheet-get.ts";
import { checkReader, checkWriter } from "./book/access.ts";
import { restoreWorkbook, saveWorkbook } from "./book/snapshot.ts";
import type { JournalEntry, SpreadsheetStore } from "./book/store.ts";
import { forkWorkbook, type Workbook } from "./book/workbook.ts";
import type { Context } from "./requests/request-kind.ts";

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
}

export type Role = "writer" | "reader";

export interface SheetsEngine {
  /** One REST call, synchronous and atomic. Bodies are copied in and out, so callers never share state with it. */
  handle(request: ApiRequest): ApiResponse;
  /** Tells of every change once it is applied (and on disk, where there is a store); returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void;
  /** Gives a person access to a spreadsheet, as its owner does in Drive. */
  share(spreadsheetId: string, user: string, role: Role): void;
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

/** A well-formed id may well exist, only not here: it is answered as somebody else's file, a malformed one as none. */
const FILE_ID = /^1[A-Za-z0-9_-]{43}$/;

/** An in-memory Google Sheets API v4. With a store, no change is acknowledged before it is on disk. */
export function createSheetsEngine(options: SheetsEngineOptions = {}): SheetsEngine {
  const { now = () => new Date(), random = Math.random, store } = options;
  const books = new Map<string, Workbook>();
  const listeners = new Set<(change: Change) => void>();
  for (const { state, journal } of store?.load() ?? []) {
    let book = state === undefined ? undefined : restoreWorkbook(state);
    // A kill between writing a snapshot and emptying the journal leaves entries the snapshot already has.
    for (const entry of journal) if (entry.revision > (book?.revision ?? -1)) book = applyEntry(book, entry).book;
    if (book !== undefined) books.set(book.spreadsheetId, book);
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
    store?.append(book.spreadsheetId, entry, () => saveWorkbook(book));
    books.set(book.spreadsheetId, book);
    for (const listener of listeners)
      listener({ spreadsheetId: book.spreadsheetId, user: entry.user, revision: book.revision });
    return answer;
  };

  const answer = ({ method, path, body, user }: ApiRequest): unknown => {
    const { spreadsheetId, target, call } = routeOf(method, path);
    checkQuery(call.query, target.method);
    const fields = call.query.get("fields");
    if (fields) checkResponseMask(parseMask(fields), target.answer);
    const read = target.body === undefined ? undefined : readPayload(body, target.body);
    if (target.kind === "create") return commit(undefined, { user, method, path, body: read });
    const book = bookOf(spreadsheetId);
    checkReader(book, user);
    if (target.kind === "read") return target.run(book, user, { ...call, body: read });
    checkWriter(book, user);
    return commit(book, { user, method, path, body: read });
  };

  return {
    handle(request) {
      try {
        const fields = new URLSearchParams(request.path.split("?")[1] ?? "").get("fields");
        const body = answer(request);
        return { status: 200, body: cloned(fields ? project(body, parseMask(fields)) : body) };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { status: error.code, body: error.body };
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    share(spreadsheetId, user, role) {
      const book = bookOf(spreadsheetId);
      commit(book, { user: book.access.owner, method: "SHARE", path: role, body: user });
    },
    spreadsheetIds: () => [...books.keys()],
  };
}

/** Applies one change to a fork of the workbook. The same entry on the same workbook always gives the same result. */
function applyEntry(current: Workbook | undefined, entry: JournalEntry): { book: Workbook; answer: unknown } {
  const base = { user: entry.user, now: new Date(entry.time), random: seededRandom(entry.seed) };
  if (current === undefined) {
    const book = createWorkbook((entry.body ?? {}) as object, base);
    book.revision = entry.revision;
    return { book, answer: getSpreadsheet(book, entry.user, { includeGridData: false, mask: true }) };
  }
  const book = forkWorkbook(current);
  book.revision = entry.revision;
  if (entry.method === "SHARE") return { book: shared(book, String(entry.body), entry.path as Role), answer: {} };
  const { target, call } = routeOf(entry.method, entry.path);
  if (target.kind !== "write") throw unimplemented(`${entry.method} ${entry.path}`);
  return { book, answer: target.run({ ...base, book } satisfies Context, { ...call, body: entry.body }) };
}

function shared(book: Workbook, user: string, role: Role): Workbook {
  const without = (people: readonly string[]) => people.filter((each) => each !== user);
  const { owner, writers, readers } = book.access;
  book.access = {
    owner,
    writers: role === "writer" ? [...without(writers), user] : without(writers),
    readers: role === "reader" ? [...without(readers), user] : without(readers),
  };
  return book;
}
