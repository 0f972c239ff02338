import * as z from "zod/mini";
import { captions } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Rms } from "../../rms/client/client.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import { confirmOrders } from "../../rms/order/confirm-orders.ts";
import { fetchOrders, ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import type { Notice } from "../../run/notice.ts";
import type { Report } from "../../run/report.ts";
import { runJob } from "../../run/run-job.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import { mayChange, responsible } from "../connection/operator.ts";
import { type DeskContext, type DeskJob, desk } from "../desk.ts";
import { MOST_ORDERS } from "./orders-to-confirm.ts";
import { afterLostAnswer, type ConfirmOutcome } from "./rules/after-lost-answer.ts";
import { confirmTexts } from "./rules/confirm-texts.ts";

/** What the dialog shows when it is over: the run as a whole, and each order in the order chosen. */
export interface ConfirmResult {
  readonly notice: Pick<Notice, "remedy" | "message">;
  readonly outcomes: readonly ConfirmOutcome[];
}

const JOB = "confirm-orders";
const counts = { found: "対象", updated: "確認済み", skipped: "見送り" } as const;
type Count = keyof typeof counts;

const input = z.array(z.string().check(z.refine(isOrderNumber))).check(z.minLength(1), z.maxLength(MOST_ORDERS));

/** Called by the dialog: 注文確認 of the orders that the operator chose, with the lock and log of a job. */
export function confirmChosenOrders(platform: Platform, sent: unknown): ConfirmResult {
  if (!mayChange(platform)) return refused("fix", confirmTexts.onlyOperator(responsible(platform)));
  const checked = z.safeParse(input, sent);
  if (!checked.success) return refused("report", confirmTexts.unreadable);
  const numbers = [...new Set(checked.data)];
  const known = new Map<string, ConfirmOutcome>();
  const { remedy, message } = runJob(confirmation(numbers, known), platform, desk);
  return {
    notice: { remedy, message },
    outcomes: numbers.map((number) => known.get(number) ?? outcome(number, false, confirmTexts.left)),
  };
}

const refused = (remedy: Notice["remedy"], message: string): ConfirmResult => ({
  notice: { remedy, message },
  outcomes: [],
});

const outcome = (orderNumber: string, confirmed: boolean, text: string): ConfirmOutcome => ({
  orderNumber,
  confirmed,
  text,
});

const confirmation = (numbers: readonly string[], known: Map<string, ConfirmOutcome>): DeskJob<Count> => ({
  name: JOB,
  title: captions.showConfirmOrders,
  counts,
  tables: () => [],
  work(context) {
    const { settings, book, commit } = context;
    if (!settings.confirmOrders) throw new Problem("fix", confirmTexts.switchedOff);
    const failure = confirmAll(context, numbers, known);
    const report = reportOf(numbers, known);
    const records = resolvedFaults(book.state(logTable), JOB, (number) => known.has(number), report.faults);
    commit(book.plan([]), { records }, report, false);
    if (failure !== undefined) throw failure;
    return report;
  },
});

/** Returns why it stopped, where RMS made it. */
function confirmAll(
  { rms, now, deadline }: DeskContext<Count>,
  numbers: readonly string[],
  known: Map<string, ConfirmOutcome>,
): RmsProblem | undefined {
  for (let at = 0; at < numbers.length && !(at > 0 && now() >= deadline); at += ORDERS_PER_CALL) {
    const some = numbers.slice(at, at + ORDERS_PER_CALL);
    try {
      for (const one of confirmed(rms, some)) known.set(one.orderNumber, one);
    } catch (error) {
      if (!(error instanceof RmsProblem)) throw error;
      if (error.effect === "unknown")
        for (const number of some) known.set(number, outcome(number, false, confirmTexts.unknown));
      return error;
    }
  }
  return undefined;
}

/** Throws RmsProblem where RMS took none of them, and where nobody can tell. */
function confirmed(rms: Rms, numbers: readonly string[]): ConfirmOutcome[] {
  try {
    const { confirmed: done, faults } = confirmOrders(rms, numbers);
    return [
      ...done.map((number) => outcome(number, true, confirmTexts.confirmed)),
      ...faults.map(({ subject, reason }) => outcome(subject, false, reason)),
    ];
  } catch (error) {
    if (!(error instanceof RmsProblem) || error.effect === "none") throw error;
    return lookedAt(rms, numbers, error);
  }
}

function lookedAt(rms: Rms, numbers: readonly string[], lost: RmsProblem): ConfirmOutcome[] {
  try {
    const { orders, faults } = fetchOrders(rms, numbers);
    const progress = new Map([
      ...orders.map((order) => [order.number, order.progress] as const),
      ...faults.map((fault) => [fault.subject, fault.progress] as const),
    ]);
    const unread = new Map(
      faults.map(({ subject, reason, progress: at }) => [subject, at === undefined ? reason : ""]),
    );
    return numbers.map((number) =>
      unread.get(number) ? outcome(number, false, confirmTexts.unknown) : afterLostAnswer(number, progress.get(number)),
    );
  } catch (error) {
    if (!(error instanceof RmsProblem)) throw error;
    throw lost;
  }
}

function reportOf(numbers: readonly string[], known: ReadonlyMap<string, ConfirmOutcome>): Report<Count> {
  const outcomes = [...known.values()];
  const left = numbers.length - outcomes.length;
  return {
    counts: {
      found: numbers.length,
      updated: outcomes.filter(({ confirmed: isDone }) => isDone).length,
      skipped: left === 0 ? {} : { [NOT_DONE]: left },
    },
    faults: outcomes
      .filter(({ confirmed: isDone }) => !isDone)
      .map(({ orderNumber, text }) => ({ subject: orderNumber, reason: text })),
    finished: true,
  };
}

const NOT_DONE = "まだ実行していない注文";
