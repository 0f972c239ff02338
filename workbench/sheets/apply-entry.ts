import { seededRandom } from "../random.ts";
import { unimplemented } from "./api/api-error.ts";
import { createWorkbook } from "./api/new-workbook.ts";
import { routeOf } from "./api/routes.ts";
import { getSpreadsheet } from "./api/spreadsheet-get.ts";
import type { JournalEntry } from "./book/store.ts";
import { forkWorkbook, type Workbook } from "./book/workbook.ts";
import type { Context } from "./requests/request-kind.ts";

export type Role = "writer" | "reader";

/** Stands in a journal where other entries have an HTTP method: the role is its path, the person its body. */
export const SHARE = "SHARE";

/** Applies one change to a fork of the workbook. The same entry on the same workbook always gives the same result. */
export function applyEntry(current: Workbook | undefined, entry: JournalEntry): { book: Workbook; answer: unknown } {
  const base = { user: entry.user, now: new Date(entry.time), random: seededRandom(entry.seed) };
  if (current === undefined) {
    const book = createWorkbook((entry.body ?? {}) as object, base);
    book.revision = entry.revision;
    return { book, answer: getSpreadsheet(book, entry.user, { includeGridData: false, mask: true }) };
  }
  const book = forkWorkbook(current);
  book.revision = entry.revision;
  if (entry.method === SHARE) return { book: shared(book, String(entry.body), entry.path as Role), answer: {} };
  const { target, call } = routeOf(entry.method, entry.path, entry.body);
  if (target.kind !== "write") throw unimplemented(`${entry.method} ${entry.path}`);
  return { book, answer: target.run({ ...base, book } satisfies Context, call) };
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
