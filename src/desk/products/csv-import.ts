import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import { alone, busy } from "../../run/alone.ts";
import { deadlineOf } from "../../run/budget.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { type LogLine, type Run, runId } from "../../run/log.ts";
import { logTable } from "../../run/log-table.ts";
import { problemFrom } from "../../run/notice.ts";
import { recordFailure } from "../../run/record-failure.ts";
import { runRecords } from "../../run/records.ts";
import type { Report } from "../../run/report.ts";
import { type Book, openBook } from "../../workbook/commit/book.ts";
import { mayChange, responsible } from "../connection/operator.ts";
import { statusLines } from "../connection/status.ts";
import { setCodes } from "../sets/sets.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { COURSE, type Course, courseOf, cursorsOf, withPart, withRows } from "./csv-course.ts";
import { productImportTables } from "./csv-view.ts";
import { knownProducts } from "./known-products.ts";
import { mergedParts } from "./merged-parts.ts";
import { productCells } from "./product-cells.ts";
import { cancelledAfter, onlyOperatorImports, otherCodeField, UNREADABLE_PART } from "./rules/csv/import-texts.ts";
import { type ImportPart, importPart, type PartAnswer } from "./rules/csv/import-wire.ts";
import { mergeProducts } from "./rules/merge.ts";
import { shelf } from "./rules/shelf.ts";

const TITLE = captions.showProductImport;

/** Called by the panel: one part of an import of product files, with the lock, log and commits of a job. Asks Rakuten nothing. */
export function importProductRows(platform: Platform, sent: unknown): PartAnswer {
  if (!mayChange(platform)) return refused(onlyOperatorImports(responsible(platform)));
  const part = importPart(sent);
  if (part === undefined) return refused(UNREADABLE_PART);
  const { productCode } = storedSettings(platform);
  if (part.codeField !== productCode) return refused(otherCodeField(productCode));
  return (
    alone(platform, TITLE, () => imported(platform, part)) ?? {
      done: false,
      wait: true,
      message: busy(platform).message,
    }
  );
}

const refused = (message: string): PartAnswer => ({ done: false, wait: false, message });

function imported(platform: Platform, part: ImportPart): PartAnswer {
  const run = runOf(platform, part);
  try {
    const tables = [...productImportTables, dashboardTable, logTable];
    return taken(platform, openBook({ ...platform, tables, run: runId(platform.clock.now()) }), run, part);
  } catch (error) {
    const { message, remedy } = problemFrom(platform, error);
    noteFailure(platform, run, part, message);
    return { done: false, wait: remedy === "wait", message };
  }
}

/** One line of 連携ログ for all parts: its id follows from when the import began, and no job has one like it. */
const runOf = ({ who, clock }: Platform, { run }: ImportPart): Run => ({
  id: `${runId(new Date(run))}-CSV`,
  job: COURSE,
  title: TITLE,
  labels,
  who,
  startedAt: new Date(Math.min(Date.parse(run), clock.now().getTime())),
});

const labels = {
  found: "対象",
  added: "新規",
  updated: "更新",
  asked: "要確認",
  retired: "廃止",
  skipped: "見送り",
} as const;

/** Brings the part together with the sheets as they are now: what arrived before, whole or in part, changes nothing. */
function taken(platform: Platform, book: Book, run: Run, part: ImportPart): PartAnswer {
  let course = courseOf(book, part);
  if (course.parts > part.part) return { done: true, counts: course.counts, left: false };
  const rules = { codeField: part.codeField, isSet: setCodes(book) };
  const known = knownProducts(book);
  const merged = mergeProducts(shelf(known, part.codeField), part, rules);
  const deadline = deadlineOf(platform.clock.now(), "job");
  const steps = mergedParts(book, merged);
  for (const [at, step] of steps.entries()) {
    const isLast = at === steps.length - 1;
    course = withRows(course, step);
    if (isLast) course = withPart(course, part, merged);
    const line = lineOf(platform, course, isLast ? part.next : "more");
    book.plan(productCells(book, step)).commit({
      cursors: cursorsOf(course),
      mend: true,
      records: runRecords(run, line, book, statusLines(platform, line.now)),
    });
    // What is left is found again: the same part, sent once more, has nothing to do with what is committed.
    if (!isLast && platform.clock.now() >= deadline) return { done: true, counts: course.counts, left: true };
  }
  return { done: true, counts: course.counts, left: false };
}

const results = { more: "実行中", end: "完了", cancelled: "中断" } as const;

function lineOf({ clock }: Platform, course: Course, next: ImportPart["next"]): LogLine {
  const line = { result: results[next], report: reportOf(course), rmsCalls: 0, now: clock.now() };
  return next === "cancelled" ? { ...line, message: cancelledAfter(course.found) } : line;
}

const reportOf = ({ found, counts, refused: why }: Course): Report => ({
  counts: {
    found,
    ...counts,
    skipped: Object.fromEntries(Object.values(why).map(({ text, count }) => [text, count])),
  },
  faults: [],
  finished: true,
});

/** Where the sheets cannot even be read, the panel alone tells. */
function noteFailure(platform: Platform, run: Run, part: ImportPart, message: string): void {
  const now = platform.clock.now();
  recordFailure(platform, runId(now), (book) => {
    const line: LogLine = { result: "失敗", report: reportOf(courseOf(book, part)), message, rmsCalls: 0, now };
    return runRecords(run, line, book, statusLines(platform, now));
  });
}
