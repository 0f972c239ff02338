import { seededRandom } from "../random.ts";
import { unimplemented } from "./api/api-error.ts";
import { createWorkbook, newSpreadsheetId } from "./api/new-workbook.ts";
import { routeOf } from "./api/routes.ts";
import { getSpreadsheet } from "./api/spreadsheet-get.ts";
import { pasteSheet } from "./book/copy.ts";
import { answeredProperties } from "./book/sheet-properties.ts";
import { restoreSheet, restoreWorkbook } from "./book/snapshot.ts";
import type { JournalEntry } from "./book/store.ts";
import { forkWorkbook, type Workbook } from "./book/workbook.ts";
import { noteChange } from "./formulas/calculation-time.ts";
import type { Context } from "./requests/request-kind.ts";

export type Role = "writer" | "reader";

/** Stands in a journal where other entries have an HTTP method: the role is its path, the person its body. */
export const SHARE = "SHARE";

/** The same for a spreadsheet that begins as a copy: its title is the path, what is copied the body. */
export const COPY = "COPY";

/** The same for a sheet that comes from another spreadsheet: it is the body. */
export const PASTE_SHEET = "PASTE_SHEET";

/** Applies one change to a fork of the workbook. The same entry on the same workbook always gives the same result. */
export function applyEntry(current: Workbook | undefined, entry: JournalEntry): { book: Workbook; answer: unknown } {
  const base = { user: entry.user, now: new Date(entry.time), random: seededRandom(entry.seed) };
  if (current === undefined) {
    const book =
      entry.method === COPY
        ? copiedWorkbook(String(entry.body), entry.path, base)
        : createWorkbook((entry.body ?? {}) as object, base);
    book.revision = entry.revision;
    noteChange(book, entry.time);
    return { book, answer: getSpreadsheet(book, entry.user, { includeGridData: false, mask: true }) };
  }
  const book = forkWorkbook(current);
  book.revision = entry.revision;
  noteChange(book, entry.time);
  if (entry.method === SHARE) return { book: shared(book, String(entry.body), entry.path as Role), answer: {} };
  if (entry.method === PASTE_SHEET) return { book, answer: pasted({ ...base, book }, String(entry.body)) };
  const { target, call } = routeOf(entry.method, entry.path);
  if (target.kind !== "write") throw unimplemented(`${entry.method} ${entry.path}`);
  return { book, answer: target.run({ ...base, book } satisfies Context, { ...call, body: entry.body }) };
}

function pasted(context: Context, saved: string): unknown {
  const { book } = context;
  return answeredProperties(book, pasteSheet(context, restoreSheet(saved), { index: book.sheets.length }));
}

/** A copy belongs to who made it, and so do its protections. */
function copiedWorkbook(saved: string, title: string, { user, random }: Omit<Context, "book">): Workbook {
  const book = restoreWorkbook(saved);
  for (const { parts } of book.sheets)
    parts.protectedRanges = parts.protectedRanges.map((each) =>
      each.warningOnly ? each : { ...each, editors: { users: [user] } },
    );
  const properties = { ...book.properties, title };
  return {
    ...book,
    spreadsheetId: newSpreadsheetId(random),
    access: { owner: user, writers: [], readers: [] },
    properties,
  };
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
