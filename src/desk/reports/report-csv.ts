import { groupedBy } from "../../core/grouped.ts";
import { serialOf } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import { runId } from "../../run/log.ts";
import { problemFrom } from "../../run/notice.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { mayChange, responsible } from "../connection/operator.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { rowNumbersIn } from "./report-sheet.ts";
import { type ReportBasis, reportBasis, reportTables } from "./report-source.ts";
import { type CsvPlan, csvPlan } from "./rules/csv.ts";
import { type CsvRequest, csvRequest, type FiledRow } from "./rules/csv-request.ts";
import { judge, type Refused } from "./rules/judge.ts";
import { texts } from "./rules/report-texts.ts";

/** Files for RMS's own screen, and what they leave out. */
export interface ReportCsv {
  /** ISO 8601; goes back with what people say of the files. */
  readonly made: string;
  readonly files: readonly CsvFileView[];
  /** In the order of the list. */
  readonly left: readonly LeftRow[];
  /** So many of `left` are in files made before. */
  readonly filedBefore: number;
}

export interface CsvFileView {
  readonly name: string;
  /** To be saved as CP932. */
  readonly text: string;
  readonly rows: readonly FiledRow[];
}

export interface LeftRow {
  readonly rowNumber: number;
  readonly orderNumber: string;
  readonly reason: string;
}

export type ReportCsvResult =
  | { readonly done: true; readonly csv: ReportCsv }
  | { readonly done: false; readonly message: string };

/** Called by the dialog: reads the sheet, and neither writes anything nor calls RMS, which may be out of reach. */
export function reportCsv(platform: Platform, sent: unknown): ReportCsvResult {
  if (!mayChange(platform)) return { done: false, message: texts.onlyOperator(responsible(platform)) };
  const request = csvRequest(sent);
  if (request === undefined) return { done: false, message: texts.unreadable };
  try {
    return { done: true, csv: filesOf(platform, request) };
  } catch (error) {
    return { done: false, message: problemFrom(platform, error).message };
  }
}

function filesOf(platform: Platform, { again }: CsvRequest): ReportCsv {
  const now = platform.clock.now();
  const book = openBook({ ...platform, tables: reportTables(), run: runId(now) });
  const { plan, left } = plannedCsv(reportBasis({ book, settings: storedSettings(platform) }), now, again);
  const filed = groupedBy(plan.filed, ({ file }) => file);
  const rowNumberOf = rowNumbersIn(book);
  return {
    made: now.toISOString(),
    files: plan.files.map(({ name, text }) => ({
      name,
      text,
      rows: (filed.get(name) ?? []).map(
        ({ row: { orderNumber, basketId }, report }): FiledRow => [orderNumber, basketId, report.sentRecords],
      ),
    })),
    left: left
      .map(({ row, reason }) => ({ rowNumber: rowNumberOf(row.key), orderNumber: row.orderNumber, reason }))
      .sort((one, other) => one.rowNumber - other.rowNumber),
    filedBefore: left.filter(({ reason }) => reason === texts.filedBefore).length,
  };
}

/** What goes into files made at that instant, and what does not, and why. */
export function plannedCsv(
  { rows, rules }: ReportBasis,
  made: Date,
  again: boolean,
): { readonly plan: CsvPlan; readonly left: readonly Pick<Refused, "row" | "reason">[] } {
  const now = serialOf(made);
  const { candidates, refused, underWay } = judge([...rows.values()], { ...rules, now });
  const plan = csvPlan(candidates, { now, again });
  const waiting = underWay.map((row) => ({ row, reason: texts.unknownForCsv }));
  return { plan, left: [...refused, ...plan.refused, ...waiting] };
}
