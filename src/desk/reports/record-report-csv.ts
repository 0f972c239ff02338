import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { alone, busy } from "../../run/alone.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { type LogLine, type Run, runId } from "../../run/log.ts";
import { logTable } from "../../run/log-table.ts";
import { problemFrom } from "../../run/notice.ts";
import { recordFailure } from "../../run/record-failure.ts";
import { runRecords } from "../../run/records.ts";
import { emptyReport, type Report, reportText } from "../../run/report.ts";
import { type Book, openBook } from "../../workbook/commit/book.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { mayChange, responsible } from "../connection/operator.ts";
import { statusLines } from "../connection/status.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { rowsByOrder } from "./course.ts";
import { plannedCsv } from "./report-csv.ts";
import { reportCells } from "./report-sheet.ts";
import { type ReportBasis, reportBasis, reportTables } from "./report-source.ts";
import { type CsvRecord, csvRecord } from "./rules/csv-request.ts";
import type { ReportRow } from "./rules/report-row.ts";
import { texts } from "./rules/report-texts.ts";

export interface RecordCsvResult {
  readonly done: boolean;
  readonly message: string;
}

const counts = { found: "対象", updated: "CSV作成済", skipped: "見送り" } as const;
type Count = keyof typeof counts;

/**
 * Called by the dialog once people say that they have the files: their rows say CSV作成済, with the lock, log and commit of a
 * job. What the files say of each row is worked out anew: a row that says something else by now is left as it is.
 */
export function recordReportCsv(platform: Platform, sent: unknown): RecordCsvResult {
  if (!mayChange(platform)) return failed(texts.onlyOperator(responsible(platform)));
  const record = csvRecord(sent);
  if (record === undefined || Date.parse(record.made) > platform.clock.now().getTime()) return failed(texts.unreadable);
  const title = captions.showReportCsv;
  return alone(platform, title, () => recorded(platform, record)) ?? failed(busy(platform).message);
}

const failed = (message: string): RecordCsvResult => ({ done: false, message });

function recorded(platform: Platform, record: CsvRecord): RecordCsvResult {
  const startedAt = platform.clock.now();
  const { who } = platform;
  const run: Run = {
    id: runId(startedAt),
    job: "report-csv",
    title: captions.showReportCsv,
    labels: counts,
    who,
    startedAt,
  };
  const recordsOf = (book: Book, line: Pick<LogLine, "result" | "report" | "message">) => {
    const now = platform.clock.now();
    return runRecords(run, { ...line, rmsCalls: 0, now }, book, statusLines(platform, now));
  };
  let open: Book | undefined;
  try {
    const book = openBook({ ...platform, tables: [...reportTables(), dashboardTable, logTable], run: run.id });
    open = book;
    const basis = reportBasis({ book, settings: storedSettings(platform) });
    const { filed, changed } = filedRows(basis, record);
    const report: Report<Count> = {
      counts: {
        found: filed.length + changed,
        updated: filed.length,
        skipped: changed === 0 ? {} : { [texts.changedSinceCsv]: changed },
      },
      faults: [],
      finished: true,
    };
    commitParts(book, filed, basis.cellFaults, (goesOn) =>
      recordsOf(book, { result: goesOn ? "実行中" : "完了", report }),
    );
    return { done: true, message: reportText(report, counts) };
  } catch (error) {
    const problem = problemFrom(platform, error);
    const line = { result: "失敗", report: emptyReport, message: problem.message } as const;
    recordFailure(platform, run.id, (book) => recordsOf(book, line), open);
    return failed(problem.message);
  }
}

/** The rows of which the files still say what is to be said, and how many are no longer like that. */
function filedRows(basis: ReportBasis, { made, again, files }: CsvRecord): { filed: ReportRow[]; changed: number } {
  const { plan } = plannedCsv(basis, new Date(made), again);
  const reports = new Map(plan.filed.map(({ row, report }) => [row.key, report]));
  const filed: ReportRow[] = [];
  let changed = 0;
  for (const { name, rows } of files)
    for (const [orderNumber, basketId, sent] of rows) {
      const row = basis.rows.get(keyOf(shipmentTable, { orderNumber, basketId }));
      const report = row && reports.get(row.key);
      if (row !== undefined && isRecorded(row, name, sent)) filed.push(row);
      else if (row === undefined || report?.sentRecords !== sent) changed += 1;
      else filed.push({ ...row, report: { ...report, reportMessage: texts.inCsv(name) } });
    }
  return { filed, changed };
}

/** The same file was told of before. */
const isRecorded = ({ report }: ReportRow, name: string, sent: string): boolean =>
  report.reportState === "CSV作成済" && report.reportMessage === texts.inCsv(name) && report.sentRecords === sent;

/** In as many commits as Google takes it in. */
function commitParts(
  book: Book,
  rows: readonly ReportRow[],
  cellFaults: ReportBasis["cellFaults"],
  recordsOf: (goesOn: boolean) => ReturnType<typeof runRecords>,
): void {
  const orders = rowsByOrder(rows);
  const ordersByKey = new Map(rows.map(({ key, orderNumber }) => [key, orderNumber]));
  const parts = fittingParts(
    book.plan([reportCells(rows)]).changes,
    [...orders.keys()],
    (key) => ordersByKey.get(key) ?? "",
  );
  for (const [at, numbers] of parts.entries()) {
    const cells = reportCells(numbers.flatMap((number) => orders.get(number) ?? []));
    book.plan([cells]).commit({ cellFaults, records: recordsOf(at < parts.length - 1) });
  }
}
