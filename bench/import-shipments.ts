import { readBundle } from "../workbench/apps-script/bundle.ts";
import { virtualClock } from "../workbench/apps-script/clock.ts";
import { connect, createWorkbench, OPERATOR } from "../workbench/workbench.ts";

export interface ImportFigures {
  readonly orders: number;
  readonly runs: number;
  readonly searchCalls: number;
  readonly getCalls: number;
  readonly sheetsCalls: number;
  readonly rows: number;
  /** Processor milliseconds of the add-on's thread for each 1,000 orders; NaN where the system does not tell. */
  readonly cpuPerThousand: number;
  readonly virtualSeconds: number;
  readonly realSeconds: number;
  /** The most that the add-on's thread held at any service call. */
  readonly heapMegabytes: number;
  /** Of the whole process: sandbox, engine, host and add-on. */
  readonly megabytes: number;
}

interface Report {
  readonly counts: { readonly added: number };
  readonly finished: boolean;
}

/** Imports a shop of `orders` waiting orders into an empty list, over as many executions as it takes. */
export async function importFigures(orders: number): Promise<ImportFigures> {
  const now = new Date("2026-11-24T10:30:00+09:00");
  const workbench = await createWorkbench({
    bundle: readBundle("dist"),
    clock: virtualClock(now),
    shop: { seed: "bench", orders: 0, skus: 300 },
  });
  await connect(workbench);
  const { shop, calls } = workbench.sandbox;
  for (let index = 0; index < orders; index++)
    shop.add({ ordered: new Date(now.getTime() - 3_600_000 - (index % 80_000) * 20_000) });
  const started = performance.now();
  let runs = 0;
  let sheetsCalls = 0;
  let rows = 0;
  let virtual = 0;
  let cpuSpent = 0;
  let heap = 0;
  for (let finished = false; !finished; runs++) {
    const {
      value,
      calls: made,
      milliseconds,
      outcome,
      usage: { cpu = Number.NaN, heap: held } = { heap: 0 },
    } = await workbench.host.run({ fn: "importShipments", user: OPERATOR, source: "menu" });
    const report = (value as { report?: Report } | undefined)?.report;
    if (outcome !== "completed" || report === undefined) throw new Error(`${outcome}: ${JSON.stringify(value)}`);
    sheetsCalls += made.filter(({ name }) => name.startsWith("Sheets.")).length;
    rows += report.counts.added;
    virtual += milliseconds;
    cpuSpent += cpu;
    heap = Math.max(heap, held);
    // A list too long for one run is never refreshed to its end; what counts here is that all orders are on it.
    finished = report.finished || rows >= orders;
  }
  const realSeconds = (performance.now() - started) / 1000;
  await workbench.close();
  return {
    orders,
    runs,
    sheetsCalls,
    rows,
    realSeconds,
    searchCalls: calls.get("searchOrder") ?? 0,
    getCalls: calls.get("getOrder") ?? 0,
    virtualSeconds: virtual / 1000,
    cpuPerThousand: (cpuSpent / orders) * 1000,
    heapMegabytes: Math.round(heap / 1e6),
    megabytes: Math.round(process.memoryUsage().rss / 1e6),
  };
}
