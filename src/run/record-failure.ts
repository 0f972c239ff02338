import type { Platform } from "../platform/ports.ts";
import { type Book, openBook } from "../workbook/commit/book.ts";
import type { TableCells } from "../workbook/commit/cells.ts";
import type { Extras } from "../workbook/commit/commit.ts";
import { dashboardTable } from "./dashboard-table.ts";
import { logTable } from "./log-table.ts";

/** Writes that a run failed. `open` is the book that it had; a sheet that cannot be read must not keep the failure out of the log. */
export function recordFailure(
  platform: Platform,
  run: string,
  recordsOf: (book: Book) => readonly TableCells[],
  open?: Book,
  extras: Extras = {},
): void {
  try {
    const book = open ?? openBook({ ...platform, tables: [dashboardTable, logTable], run });
    book.plan(recordsOf(book)).commit(extras);
  } catch (unrecorded) {
    platform.report(unrecorded);
  }
}
