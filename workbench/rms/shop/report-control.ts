import { DAY } from "./jst.ts";
import { type CsvFault, readShippingCsv, recordCsvRow } from "./shipping-csv.ts";
import { applyReport, type OrderReport, type OrderResult, type QueuedReport } from "./shipping-report.ts";
import { putOrder, type ShopState } from "./state.ts";

export interface ReportControl {
  report(report: OrderReport): OrderResult;
  /** Queues a report that is carried out `delay` milliseconds from now; its results can be read `lag` milliseconds later. */
  queue(requestId: string, orders: readonly OrderReport[], delay: number, lag?: number): void;
  /**
   * Uploads a file of shipping data, as people do on RMS's own screen: the good lines are recorded, the others named.
   * It moves no order to 発送済, however complete it is. Throws for a file that RMS refuses as a whole.
   */
  uploadShippingCsv(csv: string): readonly CsvComplaint[];
  /** Queued reports of the last 30 days; `results` is there once a report has been carried out. */
  reports(): readonly QueuedReport[];
  /** Carries out what has come due. Called before anything reads the shop, so that time needs no ticking. */
  settle(): void;
}

/** A line that was refused; the first below the header is 1. */
export interface CsvComplaint {
  readonly row: number;
  readonly fault: CsvFault;
}

/** RMS forgets a report's results after this long. */
export const REPORT_MEMORY = 30 * DAY;

export function reportControl(state: ShopState, now: () => number, nextId: () => number): ReportControl {
  const context = (instant: number) => ({
    now: Math.floor(instant / 1000) * 1000,
    timeFactor: state.plan.timeFactor,
    nextId,
  });
  const carryOut = (wanted: OrderReport, instant: number): OrderResult => {
    const applied = applyReport(state.book.get(wanted.orderNumber), wanted, context(instant));
    if (typeof applied !== "string") putOrder(state, applied.order);
    const outcomes =
      typeof applied === "string" ? [{ kind: applied, dataNumber: null, shippingDetailId: null }] : applied.outcomes;
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
    queue(requestId, orders, delay, lag = 0) {
      const kept = state.reports.filter(({ due }) => due > now() - REPORT_MEMORY);
      const due = now() + delay;
      state.reports = [...kept, { requestId, orders, due, told: due + lag }];
    },
    uploadShippingCsv(csv) {
      settle();
      return readShippingCsv(csv).flatMap((row, index) => {
        const recorded =
          typeof row === "string" ? row : recordCsvRow(state.book.get(row.orderNumber), row, context(now()));
        if (typeof recorded === "string") return [{ row: index + 1, fault: recorded }];
        putOrder(state, recorded.order);
        return [];
      });
    },
    reports() {
      settle();
      return state.reports.filter(({ due }) => due > now() - REPORT_MEMORY);
    },
  };
}
