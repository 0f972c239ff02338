import { serialOf, wallTime } from "../core/jst.ts";
import type { RowFault } from "../core/problem.ts";
import type { Book } from "../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../workbook/commit/cells.ts";
import type { RowOf } from "../workbook/declare/row.ts";
import { cellAt, type SheetState, valuesOf } from "../workbook/read/snapshot.ts";
import { errorId } from "./error-id.ts";
import { type ErrorLinks, errorLinks } from "./error-links.ts";
import { logTable } from "./log-table.ts";
import { type CountLabels, type Report, reportText, sum } from "./report.ts";
import { MOST_LOG_LINES, surplusLines, withoutLines } from "./trim-log.ts";

type LogRow = RowOf<typeof logTable>;
type Result = "実行中" | "完了" | "続きあり" | "中断" | "失敗";

/** One run as it appears in 連携ログ. */
export interface Run {
  /** Unique, since the lock lets one run start at a time. */
  readonly id: string;
  readonly job: string;
  readonly title: string;
  /** Of its job's counts. */
  readonly labels: CountLabels;
  readonly who: string;
  readonly startedAt: Date;
}

export const runId = (startedAt: Date): string => wallTime(startedAt).replace(/[-:.]/g, "").replace("T", "-");

export interface LogLine {
  readonly result: Result;
  readonly report: Report;
  /** Instead of what the report says. */
  readonly message?: string;
  readonly rmsCalls: number;
  readonly now: Date;
}

export const messageOf = ({ labels }: Run, { message, report }: LogLine): string =>
  message ?? reportText(report, labels);

/**
 * The line of a run and one for each order that could not be taken; with it, runs that died earlier are closed, links of errors
 * that are still open follow their rows, and a log that nobody trimmed for long is trimmed.
 */
export function logRows(run: Run, line: LogLine, book: Book): TableCells[] {
  const log = book.state(logTable);
  const links = errorLinks(book);
  const rows = [
    ...links.moved(),
    ...deadRuns(run, log),
    runRow(run, line),
    ...distinct(line.report.faults).map((fault) => ({
      ...faultRow(run, fault, links),
      id: errorId(run.job, fault.subject, log),
    })),
  ];
  const surplus = log.rows.size > MOST_LOG_LINES ? surplusLines(log) : [];
  return [rowsFor(logTable, "run", rows), ...withoutLines(surplus)];
}

/** A count without a column of its own stands in the message alone. */
function runRow(run: Run, line: LogLine): LogRow {
  const { counts, faults } = line.report;
  const counted = (name: string) => (name in run.labels ? sum(counts[name]) : null);
  return {
    ...blank(run),
    id: run.id,
    result: line.result,
    message: messageOf(run, line),
    found: counted("found"),
    added: counted("added"),
    updated: counted("updated"),
    skipped: counted("skipped"),
    faults: faults.length,
    rmsCalls: line.rmsCalls,
    seconds: Math.round((line.now.getTime() - run.startedAt.getTime()) / 1000),
  };
}

/** Nobody else runs while we hold the lock, so a line that still says 実行中 was cut short. */
function deadRuns(run: Run, log: SheetState): LogRow[] {
  return [...log.rows.values()]
    .filter((row) => cellAt(log, row, "result") === ("実行中" satisfies Result) && cellAt(log, row, "id") !== run.id)
    .map((row) => ({
      ...valuesOf<typeof logTable>(log, row),
      result: "中断",
      message: "実行が途中で止まりました。取り込み済みの内容は保存されています。続きは次の実行で処理します。",
    }));
}

const faultRow = (run: Run, fault: RowFault, links: ErrorLinks): LogRow => ({
  ...blank(run),
  ...links.cellsFor(fault),
  result: "エラー",
  message: `${fault.subject}: ${fault.reason}`,
});

const distinct = (faults: readonly RowFault[]): RowFault[] => [
  ...new Map(faults.map((fault) => [fault.subject, fault])).values(),
];

const blank = (run: Run): LogRow => ({
  id: "",
  startedAt: serialOf(run.startedAt),
  job: run.title,
  who: run.who,
  result: "",
  message: "",
  link: "",
  found: null,
  added: null,
  updated: null,
  skipped: null,
  faults: null,
  rmsCalls: null,
  seconds: null,
  place: "",
});
