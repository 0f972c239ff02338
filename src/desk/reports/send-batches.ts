import { chunks } from "../../core/chunks.ts";
import { groupedBy } from "../../core/grouped.ts";
import { serialOf, wallTime } from "../../core/jst.ts";
import type { RmsProblem } from "../../rms/client/rms-problem.ts";
import { ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import { type Course, put, rowOf } from "./course.ts";
import { handIn } from "./hand-in.ts";
import type { ReportCells } from "./rules/report-cells.ts";
import { intentCells, receiptCells, refusedCells, reportsOf, type Sending } from "./rules/row-plan.ts";

/** What goes to RMS in one call. */
export interface Batch {
  readonly id: string;
  readonly sendings: readonly Sending[];
  /** What its rows said before, by key. */
  readonly before: ReadonlyMap<string, ReportCells>;
}

/** Cuts what is to be sent into calls, and puts the intent on its rows: it has to be committed before any of them is made. */
export function intendedBatches(course: Course, sendings: readonly Sending[]): Batch[] {
  const now = course.now();
  const orders = [...groupedBy(sendings, ({ candidate }) => candidate.row.orderNumber).values()];
  const batches = chunks(orders, ORDERS_PER_CALL).map((some, at): Batch => {
    const own = some.flat();
    const keys = own.map(({ candidate }) => candidate.row.key);
    return {
      id: `${wallTime(now).replace(/\D/g, "")}-${at + 1}`,
      sendings: own,
      before: new Map(keys.map((key) => [key, rowOf(course, key).report])),
    };
  });
  course.receipts.intend(
    batches.map(({ id }) => id),
    course.requests.map(({ batch }) => batch),
  );
  for (const { id, sendings: own } of batches)
    for (const sending of own) put(course, sending.candidate.row.key, intentCells(sending, id, serialOf(now)));
  course.requests = [
    ...course.requests,
    ...batches.map(({ id, sendings: own }) => ({
      batch: id,
      since: now.getTime(),
      requestId: "",
      rows: own.length,
    })),
  ];
  return batches;
}

export interface Sent {
  /** Those that RMS has, or may have. */
  readonly batches: readonly Batch[];
  /** Why the others were not sent. */
  readonly problem: RmsProblem | undefined;
  /** The time was up before all of them had their turn. */
  readonly outOfTime: boolean;
}

/** Hands the batches in, one after the other, until RMS does not take one. What surely did not arrive is as if never meant to. */
export function sendBatches(
  course: Course,
  batches: readonly Batch[],
  { sleep, mayGoOn }: { readonly sleep: (milliseconds: number) => void; readonly mayGoOn: () => boolean },
): Sent {
  const sent: Batch[] = [];
  let problem: RmsProblem | undefined;
  let outOfTime = false;
  for (const batch of batches) {
    outOfTime ||= !mayGoOn();
    if (problem !== undefined || outOfTime) {
      takeBack(course, batch);
      continue;
    }
    course.receipts.begin(batch.id);
    const handed = handIn(course.rms, reportsOf(batch.sendings), sleep);
    problem = handed.problem;
    if (handed.arrived === "no") takeBack(course, batch);
    else sent.push(batch);
    for (const [key, report] of batch.before) {
      const reason = handed.refused.get(rowOf(course, key).orderNumber);
      if (reason !== undefined) put(course, key, refusedCells(report, reason));
      else if (handed.requestId !== "") put(course, key, receiptCells(rowOf(course, key).report, handed.requestId));
    }
    const { requestId } = handed;
    if (requestId !== "") course.receipts.keep(batch.id, requestId);
    course.requests = course.requests.map((request) =>
      request.batch === batch.id ? { ...request, requestId } : request,
    );
  }
  return { batches: sent, problem, outOfTime };
}

function takeBack(course: Course, { before }: Batch): void {
  for (const [key, report] of before) put(course, key, report);
}
