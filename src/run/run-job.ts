import type { Platform } from "../platform/ports.ts";
import type { Rms } from "../rms/client/client.ts";
import { type Book, openBook, type Plan } from "../workbook/commit/book.ts";
import { CellProblem } from "../workbook/commit/cell-problem.ts";
import type { TableCells } from "../workbook/commit/cells.ts";
import type { Extras } from "../workbook/commit/commit.ts";
import { alone, busy } from "./alone.ts";
import { deadlineOf } from "./budget.ts";
import { plansOf } from "./dashboard-row.ts";
import { dashboardTable } from "./dashboard-table.ts";
import type { Desk, Job, JobOutcome } from "./job.ts";
import { type LogLine, type Run, runId } from "./log.ts";
import { logTable } from "./log-table.ts";
import { type Notice, problemFrom, show } from "./notice.ts";
import { recordFailure } from "./record-failure.ts";
import { runRecords } from "./records.ts";
import { emptyReport, type Report, reportText } from "./report.ts";

/**
 * Runs a job alone. Whatever happens is shown to the person and written to 連携ログ. It stops itself by `deadline`: where that is not
 * given, in the time that one execution has.
 */
export function runJob<Settings>(
  job: Job<Settings>,
  platform: Platform,
  desk: Desk<Settings>,
  deadline?: Date,
): Notice {
  const notice =
    desk.instead(platform, job.title) ??
    alone(platform, job.title, () => run(job, platform, desk, deadline)) ??
    busy(platform);
  show(platform, job.title, notice);
  return notice;
}

/** One execution of a job, and how far it came: that is what its last words need. */
interface Course<Settings> {
  readonly job: Job<Settings>;
  readonly platform: Platform;
  readonly desk: Desk<Settings>;
  readonly run: Run;
  readonly deadline: Date;
  book?: Book;
  rms?: Rms;
  report: Report;
}

function run<Settings>(job: Job<Settings>, platform: Platform, desk: Desk<Settings>, deadline?: Date): Notice {
  const startedAt = platform.clock.now();
  const { name, title, counts } = job;
  const course: Course<Settings> = {
    job,
    platform,
    desk,
    run: { id: runId(startedAt), job: name, title, labels: counts, who: platform.who, startedAt },
    deadline: deadline ?? deadlineOf(startedAt, "job"),
    report: emptyReport,
  };
  const ended = ending(course);
  tell(course, ended);
  return ended.notice;
}

/** What people hear of a run, and how it stands with its work. */
interface Ending extends Pick<JobOutcome, "failed" | "finished"> {
  readonly notice: Notice;
}

function ending<Settings>(course: Course<Settings>): Ending {
  try {
    const report = work(course);
    const { alarm = "", finished } = report;
    const message = warned(course, [alarm, reportText(report, course.job.counts)].filter(Boolean).join("\n"));
    const remedy = alarm === "" ? (finished ? "none" : "wait") : "fix";
    return { notice: { remedy, message, report, rmsCalls: calls(course) }, failed: false, finished };
  } catch (error) {
    return { notice: failed(course, error), failed: true, finished: false };
  }
}

function tell<Settings>({ job, platform, desk, run, report }: Course<Settings>, { notice, ...ended }: Ending): void {
  const { remedy, message } = notice;
  const told = notice.report ?? report;
  try {
    desk.ran(platform, {
      ...ended,
      job: job.name,
      title: job.title,
      startedAt: run.startedAt,
      endedAt: platform.clock.now(),
      remedy,
      message,
      faults: told.faults,
      report: told,
    });
  } catch (error) {
    platform.report(error);
  }
}

function work<Settings>(course: Course<Settings>): Report {
  const { job, platform, desk, run, deadline } = course;
  const settings = desk.settings(platform, job.rms !== false);
  const rms = job.rms === false ? unconnected : connected(course);
  const tables = [...job.tables(settings), dashboardTable, logTable];
  const { named = [] } = job;
  const book = openBook({ ...platform, tables, named, run: run.id, editors: desk.editors(platform) });
  course.book = book;
  return job.work({
    book,
    rms,
    settings,
    now: () => platform.clock.now(),
    deadline,
    who: platform.who,
    progress: (message) => platform.screen.toast(message, job.title),
    notes: platform.shared,
    elsewhere: platform.elsewhere,
    bigQuery: platform.bigQuery,
    sleep: (milliseconds) => platform.clock.sleep(milliseconds),
    notify: (news) => desk.notify(platform, news),
    changeSettings: (change) => desk.changeSettings(platform, change),
    commit: (plan, extras, report, more) => {
      const result = more ? "実行中" : report.finished ? "完了" : "続きあり";
      const marks = job.judged === undefined ? extras : { marks: job.judged, ...extras };
      commit(plan, marks, recordsOf(course, book, { result, report }));
      course.report = report;
    },
  });
}

function connected<Settings>(course: Course<Settings>): Rms {
  const { desk, platform, run, deadline } = course;
  const rms = desk.connected(platform, deadline);
  course.rms = rms;
  // Before the sheets are read: a broken one must not keep the operator from hearing of the key's end.
  desk.watch(platform, rms, run.startedAt);
  return rms;
}

/** For a job that says that it never calls. */
const unconnected: Rms = {
  call() {
    throw new Error("the job has no connection");
  },
  calls: () => 0,
  ahead: () => 0,
};

/** A job that came to a commit could use every cell: what was marked before is mended. */
const commit = (plan: Plan, extras: Extras, records: readonly TableCells[]): void =>
  plan.commit({ cellFaults: [], ...extras, records: [...(extras.records ?? []), ...records] });

/** Also where the run fails: a key that is over makes every run fail, and RMS does not say why. */
const warned = <Settings>({ desk, platform }: Course<Settings>, message: string): string =>
  [message, desk.warning(platform, platform.clock.now())].filter(Boolean).join("\n");

const calls = <Settings>({ rms }: Course<Settings>): number => rms?.calls() ?? 0;

function recordsOf<Settings>(
  course: Course<Settings>,
  book: Book,
  line: Pick<LogLine, "result" | "report" | "message">,
): TableCells[] {
  const { platform, desk, run } = course;
  const now = platform.clock.now();
  const records = runRecords(run, { ...line, rmsCalls: calls(course), now }, book, desk.statusLines(platform, now));
  return [...records, plansOf(desk.plans(platform, now))];
}

function failed<Settings>(course: Course<Settings>, error: unknown): Notice {
  const { platform, report } = course;
  const problem = problemFrom(platform, error);
  const message = warned(course, problem.message);
  const cells = problem instanceof CellProblem ? { cellFaults: problem.cellFaults } : {};
  const records = (book: Book) => recordsOf(course, book, { result: "失敗", report, message });
  recordFailure(platform, course.run.id, records, course.book, cells);
  return { remedy: problem.remedy, message, report, rmsCalls: calls(course) };
}
