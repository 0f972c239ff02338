import { readBundle } from "../workbench/apps-script/bundle.ts";
import { virtualClock } from "../workbench/apps-script/clock.ts";
import { publishedLatency } from "../workbench/apps-script/execution/latency.ts";
import { connect, createWorkbench, OPERATOR } from "../workbench/workbench.ts";

/** What one import costs where so many open orders are on the list already. */
interface Figures {
  /** On the shop's clock, with the pace of RMS and calls that take what published measurements say; none where nothing came. */
  readonly firstRowSeconds: number | undefined;
  readonly endSeconds: number;
  readonly searchCalls: number;
  readonly getCalls: number;
  readonly reads: number;
  readonly commits: number;
  readonly largestBytes: number;
  /** What the add-on and the workbench computed meanwhile, here; and what of it the workbench took to answer as Sheets. */
  readonly realFirstRowSeconds: number | undefined;
  readonly answeredFirstRowSeconds: number | undefined;
  readonly realSeconds: number;
}

interface Report {
  readonly counts: { readonly added: number };
}

const NEW = 3;

/** The import half an hour after the first one, with a few new orders, and one right after that with nothing new. */
export async function secondImports(orders: number): Promise<Readonly<Record<"later" | "quiet", Figures>>> {
  const clock = virtualClock(new Date("2026-11-24T10:30:00+09:00"));
  const workbench = await createWorkbench({
    bundle: readBundle("dist"),
    clock,
    shop: { seed: "bench", orders: 0, skus: 300 },
    latency: publishedLatency,
  });
  await connect(workbench);
  const { host, sheets, spreadsheetId, sandbox } = workbench;
  const { shop, calls } = sandbox;
  const order = (minutesAgo: number) => shop.add({ ordered: new Date(clock.now().getTime() - minutesAgo * 60_000) });
  for (let index = 0; index < orders; index++) order(60 + (index % 20_000) / 3);
  const listId = sheetIdOf(sheets.handle({ method: "GET", path: `/v4/spreadsheets/${spreadsheetId}`, user: OPERATOR }));

  let largest = 0;
  let answered = 0;
  let firstRow: (() => void) | undefined;
  const handle = sheets.handle.bind(sheets);
  sheets.handle = (request) => {
    const asked = performance.now();
    const reply = handle(request);
    answered += performance.now() - asked;
    if (request.method === "POST") {
      largest = Math.max(largest, Buffer.byteLength(JSON.stringify(request.body)));
      const { requests = [] } = (request.body ?? {}) as { requests?: { appendCells?: { sheetId?: number } }[] };
      if (requests.some(({ appendCells }) => appendCells?.sheetId === listId)) firstRow?.();
    }
    return reply;
  };

  async function imported(): Promise<Figures & { readonly added: number }> {
    const count = (name: string) => calls.get(name) ?? 0;
    const [searches, gets] = [count("searchOrder"), count("getOrder")];
    const [began, started] = [clock.now().getTime(), performance.now()];
    let seconds: readonly [shop: number, here: number, answered: number] | undefined;
    largest = 0;
    answered = 0;
    firstRow = () => {
      seconds ??= [(clock.now().getTime() - began) / 1000, (performance.now() - started) / 1000, answered / 1000];
    };
    const {
      value,
      calls: made,
      milliseconds,
      outcome,
    } = await host.run({ fn: "importShipments", user: OPERATOR, source: "menu" });
    const report = (value as { report?: Report } | undefined)?.report;
    if (outcome !== "completed" || report === undefined) throw new Error(`${outcome}: ${JSON.stringify(value)}`);
    const sheetsCalls = (method: string) => made.filter(({ name }) => name === `Sheets.Spreadsheets.${method}`).length;
    return {
      added: report.counts.added,
      firstRowSeconds: seconds?.[0],
      endSeconds: milliseconds / 1000,
      searchCalls: count("searchOrder") - searches,
      getCalls: count("getOrder") - gets,
      reads: sheetsCalls("get"),
      commits: sheetsCalls("batchUpdate"),
      largestBytes: largest,
      realFirstRowSeconds: seconds?.[1],
      answeredFirstRowSeconds: seconds?.[2],
      realSeconds: (performance.now() - started) / 1000,
    };
  }

  for (let left = orders; left > 0; ) left -= (await imported()).added;
  await host.advance(30 * 60_000);
  for (let n = 0; n < NEW; n++) order(1);
  const later = await imported();
  await host.advance(60_000);
  const quiet = await imported();
  await workbench.close();
  return { later, quiet };
}

function sheetIdOf({ body }: { readonly body?: unknown }): number | undefined {
  const { sheets = [] } = (body ?? {}) as { sheets?: { properties: { title: string; sheetId: number } }[] };
  return sheets.find(({ properties }) => properties.title === "出荷リスト")?.properties.sheetId;
}

export async function secondImportLines(orders: number): Promise<string[]> {
  const { later, quiet } = await secondImports(orders);
  return [
    `import with ${orders} open orders on the list, ${NEW} new, half an hour after the one before: ${line(later)}`,
    `import with ${orders} open orders on the list, a minute after that, nothing new: ${line(quiet)}`,
  ];
}

const line = (figures: Figures): string =>
  [
    ...(figures.firstRowSeconds === undefined
      ? []
      : [
          `first row after ${figures.firstRowSeconds.toFixed(1)} s on the shop's clock (target 3) and ${figures.realFirstRowSeconds?.toFixed(1)} s of computing here, ${figures.answeredFirstRowSeconds?.toFixed(1)} s of it Sheets'`,
        ]),
    `end after ${figures.endSeconds.toFixed(1)} s and ${figures.realSeconds.toFixed(1)} s`,
    `searchOrder ${figures.searchCalls}, getOrder ${figures.getCalls}, Sheets reads ${figures.reads}, commits ${figures.commits}, largest request ${figures.largestBytes} bytes`,
  ].join("; ");
