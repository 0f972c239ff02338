import { DAY } from "./jst.ts";
import { applyReport, type OrderReport, type OrderResult, type QueuedReport } from "./shipping-report.ts";
import { putOrder, type ShopState } from "./state.ts";

export interface ReportControl {
  report(report: OrderReport): OrderResult;
  /** Queues a report that is carried out `delay` milliseconds from now. */
  queue(requestId: string, orders: readonly OrderReport[], delay: number): void;
  /** Queued reports of the last 30 days; `results` is there once a report has been carried out. */
  reports(): readonly QueuedReport[];
  /** Carries out what has come due. Called before anything reads the shop, so that time needs no ticking. */
  settle(): void;
}

/** RMS forgets a report's results after this long. */
export const REPORT_MEMORY = 30 * DAY;

export function reportControl(state: ShopState, now: () => number, nextId: () => number): ReportControl {
  const carryOut = (wanted: OrderReport, instant: number): OrderResult => {
    const context = { now: Math.floor(instant / 1000) * 1000, timeFactor: state.plan.timeFactor, nextId };
    const { order, outcomes } = applyReport(state.book.get(wanted.orderNumber), wanted, context);
    if (order) putOrder(state, order);
    return { orderNumber: wanted.orderNumber, outcomes };
  };
  const settle = () => {
    const instant = now();
    const due = state.reports.filter((each) => !each.results && each.due <= instant);
    for (const queued of due.sort((one, other) => one.due - other.due)) {
      const results = queued.orders.map((order) => carryOut(order, queued.due));
      state.reports = state.reports.map((each) => (each === queued ? { ...queued, results } : each));
    }
  };
  return {
    settle,
    report(wanted) {
      settle();
      return carryOut(wanted, now());
    },
    queue(requestId, orders, delay) {
      const kept = state.reports.filter(({ due }) => due > now() - REPORT_MEMORY);
      state.reports = [...kept, { requestId, orders, due: now() + delay }];
    },
    reports() {
      settle();
      return state.reports.filter(({ due }) => due > now() - REPORT_MEMORY);
    },
  };
}
