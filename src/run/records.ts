import { serialOf } from "../core/jst.ts";
import type { Book } from "../workbook/commit/book.ts";
import type { TableCells } from "../workbook/commit/cells.ts";
import { type DashboardRow, linesOf } from "./dashboard-row.ts";
import { type LogLine, logRows, messageOf, type Run } from "./log.ts";
import { answers } from "./requests.ts";

/** What every commit of a run carries beside its rows: the line of 連携ログ and the lines of ダッシュボード. */
export const runRecords = (run: Run, line: LogLine, book: Book, statusLines: readonly DashboardRow[]): TableCells[] => [
  ...logRows(run, line, book),
  ...linesOf([...statusLines, jobRow(run, line)]),
  ...(line.result === "実行中" ? [] : answers(book, run.title, outcomeText(run, line), line.now)),
];

const outcomeText = (run: Run, line: LogLine): string => `${line.result}: ${messageOf(run, line)}`;

const jobRow = (run: Run, line: LogLine): DashboardRow => ({
  item: run.title,
  state: line.result === "失敗" ? "異常" : line.report.faults.length > 0 ? "注意" : "正常",
  detail: outcomeText(run, line),
  faults: line.report.faults.length,
  updatedAt: serialOf(line.now),
});
