import { shortTime } from "../core/jst.ts";
import type { Cell } from "../workbook/cell.ts";
import type { Book } from "../workbook/commit/book.ts";
import { rowsFor, staffCells, type TableCells } from "../workbook/commit/cells.ts";
import { cellAt } from "../workbook/read/snapshot.ts";
import { dashboardTable } from "./dashboard-table.ts";

/** A box is ticked by its value, however that came there: a text is what pasting leaves in a cell that is made for texts. */
export const isTicked = (cell: Cell): boolean =>
  cell === true || (typeof cell === "string" && cell.trim().toUpperCase() === "TRUE");

/**
 * The answer to whoever asked for the job before this run read the sheets, and their box unticked with it; nothing where nobody
 * did. A box that was ticked since is a request for another run.
 */
export function answers(book: Book, title: string, text: string, now: Date): TableCells[] {
  const lines = book.state(dashboardTable);
  const line = lines.rows.get(title);
  if (line === undefined || !isTicked(cellAt(lines, line, "request"))) return [];
  return [
    rowsFor(dashboardTable, "requests", [{ item: title, answer: `${shortTime(now)} ${text}` }]),
    staffCells(dashboardTable, new Map([[title, { request: false }]])),
  ];
}
