import { chunks } from "../../core/chunks.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import type { Report } from "../../run/report.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { DeskContext } from "../desk.ts";
import { cancelledAlarm, isCancelledReport } from "./cancelled-notice.ts";
import { type Course, type HeldOrders, heldOrders, put, rowOf, rowsByOrder, waitedFor } from "./course.ts";
import { type Results, resultOf, settleEarlier, settleOrders } from "./earlier-requests.ts";
import { REPORT, rememberedRequests } from "./open-requests.ts";
import { reportCells } from "./report-sheet.ts";
import { openCourse } from "./report-source.ts";
import type { JudgeContext } from "./rules/judge.ts";
import type { ReportState } from "./rules/report-cells.ts";
import type { ReportRow } from "./rules/report-row.ts";
import { isOpenReport, isSettled } from "./rules/report-standing.ts";
import { receiptCells, type Sending } from "./rules/row-plan.ts";
import { type Batch, intendedBatches, sendBatches } from "./send-batches.ts";

/** What a run that reports counts, in the order of telling. */
export const reportCounts = {
  found: "対象",
  updated: "送信済",
  partly: "一部送信済",
  waiting: "結果待ち",
  skipped: "見送り",
} as const;

export type ReportCount = keyof typeof reportCounts;
type Context = DeskContext<ReportCount>;

/** What a run has to tell RMS once all that earlier runs began is settled. */
export interface Errand {
  /** How many rows it is about. */
  readonly found: number;
  /** Orders that RMS is asked about right before anything of them is sent. */
  readonly numbers: readonly string[];
  /** What is to be sent of some of them. Rows for which nothing is are put as they stand. */
  readonly sendings: (numbers: readonly string[], held: HeldOrders) => readonly Sending[];
  /** By key, what looks wrong on rows that are sent all the same: people shall find it on the row. */
  readonly warnings: ReadonlyMap<string, readonly string[]>;
  /** Rows that are left alone, by the reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Orders whose outcome is waited for, and so is what the log says of them. */
  readonly waiting: ReadonlySet<string>;
}

type Rules = Omit<JudgeContext, "now">;

/** Orders whose intent is committed at once, each hundred of which is one call. */
const GROUP = 1000;
/** Milliseconds that must be left to begin with a group, and to hand in one more batch: what was sent wants to be settled. */
const GROUP_TIME = 120_000;
const BATCH_TIME = 60_000;
const END_TIME = 30_000;

/** Milliseconds before each look for RMS's result. Commonly it takes less than a minute. */
const PAUSES = [5_000, 10_000, 15_000, 20_000, 20_000];

/**
 * Settles what earlier runs began, and then, group by group: looks at what RMS holds, commits what is meant to be sent, and
 * sends it. Whoever kills it at any moment leaves rows of which the sheet, the notes and RMS together tell what became.
 */
export function runReports(context: Context, errandOf: (course: Course, rules: Rules) => Errand): Report<ReportCount> {
  const { course, rules, cellFaults } = openCourse(context);
  const first = new Map(course.rows);
  settleEarlier(course);
  const errand = errandOf(course, rules);
  const run: Run = { context, course, cellFaults, errand, first, sent: [], touched: new Set(), finished: true };
  let failure: RmsProblem | undefined;
  try {
    failure = sendAll(run);
    const results = polled(run);
    settleOrders(course, ordersOf(run.sent), results);
    showReceipts(run, results);
  } catch (error) {
    // What RMS has must be known to the sheet, whatever else went wrong at RMS.
    if (!(error instanceof RmsProblem)) throw error;
    failure ??= error;
  }
  putWarnings(run);
  const cancelled = newlyCancelled(run);
  if (cancelled.length > 0) context.notify({ kind: "cancelled", items: cancelled });
  commit(run, false);
  if (failure !== undefined) throw failure;
  return { ...reportOf(run), ...(cancelled.length > 0 ? { alarm: cancelledAlarm(cancelled) } : {}) };
}

interface Run {
  readonly context: Context;
  readonly course: Course;
  readonly cellFaults: readonly CellFault[];
  readonly errand: Errand;
  /** The rows as the run found them. */
  readonly first: ReadonlyMap<string, ReportRow>;
  /** What RMS has, or may have. */
  readonly sent: Batch[];
  /** Rows that this run has written, by key. */
  readonly touched: Set<string>;
  finished: boolean;
}

/** Group by group: what RMS holds of the orders, the intent, the calls. Returns why it stopped, where RMS made it. */
function sendAll(run: Run): RmsProblem | undefined {
  const { context, course, errand, sent } = run;
  const groups = chunks(errand.numbers, GROUP);
  const { sleep } = context;
  const mayGoOn = () => timeLeft(context) > BATCH_TIME;
  for (const [at, numbers] of groups.entries()) {
    if (at > 0 && timeLeft(context) < GROUP_TIME) {
      run.finished = false;
      return undefined;
    }
    const held = heldOrders(course, numbers);
    const batches = intendedBatches(course, errand.sendings(numbers, held));
    if (batches.length === 0) continue;
    commit(run, true);
    const { batches: taken, problem, outOfTime } = sendBatches(course, batches, { sleep, mayGoOn });
    sent.push(...taken);
    if (problem !== undefined) return problem;
    run.finished &&= !outOfTime;
    if (groups.length > 1)
      context.progress(`${at * GROUP + numbers.length} / ${errand.numbers.length}件の注文を送りました。`);
  }
  return undefined;
}

/** Milliseconds until the run has to end. */
const timeLeft = ({ now, deadline }: Context): number => deadline.getTime() - now().getTime();

const ordersOf = (batches: readonly Batch[]): string[] =>
  batches.flatMap(({ sendings }) => sendings.map(({ candidate }) => candidate.row.orderNumber));

/** RMS works on requests in their order, so the oldest is asked for first, and the next only once it has an answer. */
function polled({ context, course, sent }: Run): Results {
  const receipts = new Map(course.requests.map(({ batch, requestId }) => [batch, requestId]));
  const results = new Map<string, ReturnType<typeof resultOf>>();
  const pauses = [...PAUSES];
  for (const requestId of sent.map(({ id }) => receipts.get(id) ?? "").filter(Boolean)) {
    let result = pauses.length === PAUSES.length ? undefined : resultOf(course.rms, requestId);
    while (result === undefined) {
      const pause = pauses.shift();
      if (pause === undefined || timeLeft(context) < pause + END_TIME) return results;
      context.sleep(pause);
      result = resultOf(course.rms, requestId);
    }
    results.set(requestId, result);
  }
  return results;
}

/** What RMS took and still works on is 送信中; the next run finds out more. */
function showReceipts({ course, sent }: Run, results: Results): void {
  for (const key of sent.flatMap(({ before }) => [...before.keys()])) {
    const { report } = rowOf(course, key);
    if (isOpenReport(report) && report.reportRequest !== "" && results.get(report.reportRequest) === undefined)
      put(course, key, receiptCells(report, report.reportRequest));
  }
}

function putWarnings({ course, errand, touched }: Run): void {
  for (const [key, warnings] of errand.warnings) {
    const { report } = rowOf(course, key);
    if (!isSettled(report) || !(touched.has(key) || course.changed.has(key))) continue;
    put(course, key, { ...report, reportMessage: [report.reportMessage, ...warnings].filter(Boolean).join("\n") });
  }
}

/** Orders of which people do not know yet that they were cancelled. Where the run dies before its last commit, the next finds them again. */
const newlyCancelled = ({ course, first }: Run): string[] => [
  ...new Set(
    [...course.rows.values()].flatMap(({ key, orderNumber, report }) => {
      const before = first.get(key)?.report;
      return isCancelledReport(report) && !(before && isCancelledReport(before)) ? [orderNumber] : [];
    }),
  ),
];

/** What changed on the rows since the last commit, in as many commits as Google takes it in. */
function commit(run: Run, more: boolean): void {
  const { context, course, cellFaults, touched } = run;
  const { book } = context;
  const rows = [...course.changed].map((key) => rowOf(course, key));
  for (const key of course.changed) touched.add(key);
  course.changed.clear();
  course.requests = waitedFor(course);
  const cursors = rememberedRequests(course.requests);
  const orders = rowsByOrder(rows);
  const parts = fittingParts(
    book.plan([reportCells(rows)]).changes,
    [...orders.keys()],
    (key) => course.rows.get(key)?.orderNumber ?? "",
  );
  for (const [at, numbers] of parts.entries()) {
    const goesOn = more || at < parts.length - 1;
    const cells = reportCells(numbers.flatMap((number) => orders.get(number) ?? []));
    const records = goesOn ? [] : resolved(run);
    context.commit(book.plan([cells]), { cursors, records, cellFaults }, reportOf(run), goesOn);
  }
}

/** Orders that could not be reported once and are no longer named: they were, or there is nothing to report. */
function resolved({ context, course, errand }: Run) {
  const isProcessed = (subject: string) => !errand.waiting.has(subject);
  return resolvedFaults(context.book.state(logTable), REPORT, isProcessed, [...course.faults.values()]);
}

function reportOf({ course, errand, touched, finished }: Run): Report<ReportCount> {
  const rows = [...touched].map((key) => rowOf(course, key));
  const count = (state: ReportState) => rows.filter(({ report }) => report.reportState === state).length;
  return {
    counts: {
      found: errand.found,
      updated: count("送信済"),
      partly: count("一部送信済"),
      waiting: [...course.rows.values()].filter(({ report }) => isOpenReport(report)).length,
      skipped: errand.skipped,
    },
    faults: [...course.faults.values()],
    finished,
  };
}
