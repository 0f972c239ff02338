import { shortTime } from "../core/jst.ts";
import { Problem, type Remedy } from "../core/problem.ts";
import { connectedRms, enabledSettings } from "../desk/connection/connected.ts";
import { licenceWarning, watchLicence } from "../desk/licence/licence.ts";
import { MasterProblem } from "../desk/masters/masters.ts";
import type { Settings } from "../desk/settings/rules/settings.ts";
import type { Platform } from "../platform/ports.ts";
import type { Rms } from "../rms/client/client.ts";
import { type Book, openBook, type Step } from "../workbook/commit/book.ts";
import type { Table } from "../workbook/declare/table.ts";
import { dashboardTable } from "./dashboard-table.ts";
import { logTable } from "./log-table.ts";
import { type LogLine, type Run, runId } from "./run-log.ts";
import { runRecords } from "./run-records.ts";
import { emptyReport, type RunReport, reportText } from "./run-report.ts";

/** A unit of synchronisation. It commits step by step and stops by itself before `deadline`. */
export interface Job {
  readonly name: string;
  readonly title: string;
  readonly tables: (settings: Settings) => readonly Table[];
  readonly work: (desk: Desk) => RunReport;
}

/** What a job works with. */
export interface Desk {
  readonly book: Book;
  readonly rms: Rms;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly deadline: Date;
  /** Commits rows, cursor and the run's log line together. */
  readonly commit: (step: Step, report: RunReport, more: boolean) => void;
  readonly progress: (message: string) => void;
}

/** What the person is told; `remedy` says who acts next. */
export interface Notice {
  readonly remedy: Remedy | "none";
  readonly message: string;
  readonly report?: RunReport;
  readonly rmsCalls: number;
}

/** Apps Script ends an execution at six minutes; the longest single step must still fit behind this. */
const BUDGET = 270_000;
const RUNNING = "running";

/** Runs a job alone. Whatever happens is told to the person and written to 連携ログ. */
export function runJob(job: Job, platform: Platform): Notice {
  const notice = platform.lock.take() ? alone(job, platform) : busy(platform);
  show(platform, job.title, notice);
  return notice;
}

function alone(job: Job, platform: Platform): Notice {
  const startedAt = platform.clock.now();
  const run: Run = { id: runId(startedAt), job: job.name, title: job.title, who: platform.who, startedAt };
  platform.shared.set(RUNNING, `「${job.title}」を ${platform.who || "ほかの方"} が ${shortTime(startedAt)} から`);
  try {
    return work(job, platform, run);
  } finally {
    platform.shared.remove(RUNNING);
    platform.lock.release();
  }
}

function work(job: Job, platform: Platform, run: Run): Notice {
  let book: Book | undefined;
  let rms: Rms | undefined;
  let last = emptyReport;
  const calls = () => rms?.calls() ?? 0;
  const recorded = (opened: Book, line: Omit<LogLine, "rmsCalls" | "now">) =>
    runRecords(platform, run, { ...line, rmsCalls: calls(), now: platform.clock.now() }, opened);
  // Also where the run fails: a key that is over makes every run fail, and RMS does not say why.
  const warned = (message: string) =>
    [message, licenceWarning(platform, platform.clock.now())].filter(Boolean).join("\n");
  try {
    const settings = enabledSettings(platform);
    const deadline = new Date(run.startedAt.getTime() + BUDGET);
    rms = connectedRms(platform, deadline);
    // Before the sheets are read: a broken one must not keep the operator from hearing of the key's end.
    watchLicence(platform, rms, run.startedAt);
    const opened = openBook({ ...platform, tables: [...job.tables(settings), dashboardTable, logTable], run: run.id });
    book = opened;
    const report = job.work({
      book: opened,
      rms,
      settings,
      now: () => platform.clock.now(),
      deadline,
      progress: (message) => platform.screen.toast(message, job.title),
      commit: (step, sofar, more) => {
        const result = more ? "実行中" : sofar.finished ? "完了" : "続きあり";
        // A job that came to a commit could use every cell: what was marked before is mended.
        opened.commit({
          cellFaults: [],
          ...step,
          rows: [...step.rows, ...recorded(opened, { result, report: sofar })],
        });
        last = sofar;
      },
    });
    return {
      remedy: report.finished ? "none" : "wait",
      message: warned(reportText(report)),
      report,
      rmsCalls: calls(),
    };
  } catch (error) {
    const problem = problemFrom(platform, error);
    const message = warned(problem.message);
    const opened = book ?? recordsOnly(platform, run);
    if (opened !== undefined) {
      const rows = recorded(opened, { result: "失敗", report: last, message });
      const marks = problem instanceof MasterProblem ? { cellFaults: problem.cellFaults } : {};
      recordFailure(platform, () => opened.commit({ rows, ...marks }));
    }
    return { remedy: problem.remedy, message, report: last, rmsCalls: calls() };
  }
}

/** A sheet that cannot be read must not keep the failure out of the log. */
function recordsOnly(platform: Platform, run: Run): Book | undefined {
  try {
    return openBook({ ...platform, tables: [dashboardTable, logTable], run: run.id });
  } catch (error) {
    platform.report(error);
    return undefined;
  }
}

function recordFailure(platform: Platform, write: () => void): void {
  try {
    write();
  } catch (error) {
    platform.report(error);
  }
}

/** What is no Problem is a bug of ours, and says so. */
export function problemFrom(platform: Platform, error: unknown): Problem {
  platform.report(error);
  if (error instanceof Problem) return error;
  return new Problem(
    "report",
    "想定外のエラーで止まりました。書き込み済みの内容は残っています。続くときは開発元へお知らせください。",
    { cause: error },
  );
}

export function busy(platform: Platform): Notice {
  const running = platform.shared.get(RUNNING) ?? "別の処理を";
  return {
    remedy: "wait",
    message: `ただいま${running}実行中です。終わってからもう一度実行してください。`,
    rmsCalls: 0,
  };
}

/** A failure waits to be read; a success passes by. */
export function show({ screen }: Platform, title: string, { remedy, message }: Notice): void {
  if (remedy === "none") screen.toast(message, title);
  else screen.alert(title, message);
}
