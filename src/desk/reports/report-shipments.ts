import { captions } from "../../core/menu-texts.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import type { Report } from "../../run/report.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { cancelledMail, isCancelledReport } from "./cancelled-notice.ts";
import { type Course, chunks, heldOrders, put, rowOf, rowsByOrder, waitedFor } from "./course.ts";
import { type DueReports, dueReports, plannedRows, putPlanned, putRefusals } from "./due-reports.ts";
import { type Results, resultOf, settleEarlier, settleOrders } from "./earlier-requests.ts";
import { REPORT, rememberedRequests } from "./open-requests.ts";
import { reportCells } from "./report-sheet.ts";
import { openCourse, reportTables } from "./report-source.ts";
import type { ReportState } from "./rules/report-cells.ts";
import type { ReportRow } from "./rules/report-row.ts";
import { isOpenReport } from "./rules/report-standing.ts";
import { receiptCells } from "./rules/row-plan.ts";
import { type Batch, intendedBatches, sendBatches } from "./send-batches.ts";

const counts = {
  found: "対象",
  updated: "送信済",
  partly: "一部送信済",
  waiting: "結果待ち",
  skipped: "見送り",
} as const;

type Count = keyof typeof counts;
type Context = DeskContext<Count>;

/** Tells RMS what was shipped, and brings to an end what earlier runs told. */
export const reportShipments: DeskJob<Count> = {
  name: REPORT,
  title: captions.reportShipments,
  counts,
  tables: reportTables,
  work,
};

/** Orders whose intent is committed at once, each hundred of which is one call. */
const GROUP = 1000;
/** Milliseconds that must be left to begin with a group, and to hand in one more batch: what was sent wants to be settled. */
const GROUP_TIME = 120_000;
const BATCH_TIME = 60_000;
const END_TIME = 30_000;

/** Milliseconds before each look for RMS's result. Commonly it takes less than a minute. */
const PAUSES = [5_000, 10_000, 15_000, 20_000, 20_000];

function work(context: Context): Report<Count> {
  const { course, rules } = openCourse(context);
  const first = new Map(course.rows);
  settleEarlier(course);
  const due = dueReports(course, rules);
  putRefusals(course, due);
  const run: Run = { context, course, due, first, sent: [], touched: new Set(), finished: true };
  let failure: RmsProblem | undefined;
  try {
    failure = sendDue(run);
    const results = polled(run);
    settleOrders(course, ordersOf(run.sent), results);
    showReceipts(run, results);
  } catch (error) {
    // What RMS has must be known to the sheet, whatever else went wrong at RMS.
    if (!(error instanceof RmsProblem)) throw error;
    failure ??= error;
  }
  tellOfCancelled(run);
  commit(run, false);
  if (failure !== undefined) throw failure;
  return reportOf(run);
}

interface Run {
  readonly context: Context;
  readonly course: Course;
  readonly due: DueReports;
  /** The rows as the run found them. */
  readonly first: ReadonlyMap<string, ReportRow>;
  /** What RMS has, or may have. */
  readonly sent: Batch[];
  /** Rows that this run has written, by key. */
  readonly touched: Set<string>;
  finished: boolean;
}

/** Group by group: what RMS holds of the orders, the intent, the calls. Returns why it stopped, where RMS made it. */
function sendDue(run: Run): RmsProblem | undefined {
  const { context, course, due, sent } = run;
  const groups = chunks([...due.orders.keys()], GROUP);
  const { sleep } = context;
  const mayGoOn = () => timeLeft(context) > BATCH_TIME;
  for (const [at, numbers] of groups.entries()) {
    if (at > 0 && timeLeft(context) < GROUP_TIME) {
      run.finished = false;
      return undefined;
    }
    const held = heldOrders(course, numbers);
    const candidates = numbers.flatMap((number) => due.orders.get(number) ?? []);
    const batches = intendedBatches(course, putPlanned(course, plannedRows(candidates, held), held));
    if (batches.length === 0) continue;
    commit(run, true);
    const { batches: taken, problem, outOfTime } = sendBatches(course, batches, { sleep, mayGoOn });
    sent.push(...taken);
    if (problem !== undefined) return problem;
    run.finished &&= !outOfTime;
    if (groups.length > 1)
      context.progress(`${Math.min((at + 1) * GROUP, due.orders.size)} / ${due.orders.size}件の注文を送りました。`);
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

/** Once an order; where the run dies before its last commit, once more. */
function tellOfCancelled({ context, course, first }: Run): void {
  const numbers = [...course.rows.values()].flatMap(({ key, orderNumber, report }) => {
    const before = first.get(key);
    return isCancelledReport(report) && (before === undefined || !isCancelledReport(before.report))
      ? [orderNumber]
      : [];
  });
  if (numbers.length === 0) return;
  const { subject, body } = cancelledMail([...new Set(numbers)]);
  context.mail(subject, body);
}

/** What changed on the rows since the last commit, in as many commits as Google takes it in. */
function commit(run: Run, more: boolean): void {
  const { context, course, touched } = run;
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
    context.commit(book.plan([cells]), { cursors, records }, reportOf(run), goesOn);
  }
}

/** Orders that could not be reported once and are no longer named: they were, or there is nothing to report. */
function resolved({ context, course, due }: Run) {
  const waiting = new Set(due.underWay.map(({ orderNumber }) => orderNumber));
  const isProcessed = (subject: string) => !waiting.has(subject);
  return resolvedFaults(context.book.state(logTable), REPORT, isProcessed, [...course.faults.values()]);
}

function reportOf({ course, due, touched, finished }: Run): Report<Count> {
  const rows = [...touched].map((key) => rowOf(course, key));
  const count = (state: ReportState) => rows.filter(({ report }) => report.reportState === state).length;
  const held = due.refused.filter((refused) => refused.held);
  return {
    counts: {
      found: due.candidates.length,
      updated: count("送信済"),
      partly: count("一部送信済"),
      waiting: [...course.rows.values()].filter(({ report }) => isOpenReport(report)).length,
      skipped: held.length === 0 ? {} : { [HELD]: held.length },
    },
    faults: [...course.faults.values()],
    finished,
  };
}

const HELD = "取消・保留・要確認、または入力欄を確かめる行";
