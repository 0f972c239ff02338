import { item } from "../test/support/shop-items.ts";
import { readBundle } from "../workbench/apps-script/bundle.ts";
import { virtualClock } from "../workbench/apps-script/clock.ts";
import { connect, createWorkbench, OPERATOR, type Workbench } from "../workbench/workbench.ts";

/** What it takes to count the stock of a shop once. */
interface StockFigures {
  readonly rows: number;
  readonly searchCalls: number;
  readonly getCalls: number;
  readonly inventoryCalls: number;
  readonly sheetsCalls: number;
  /** Of the largest request to Google, as JSON. */
  readonly largestBytes: number;
  /** Processor milliseconds of the add-on's thread; NaN where the system does not tell. */
  readonly cpu: number;
  readonly virtualSeconds: number;
  readonly heapMegabytes: number;
}

interface StockShop {
  readonly skus: number;
  /** To be shipped and on 出荷リスト. */
  readonly listed: number;
  /** To be shipped and not on the list yet. */
  readonly unlisted: number;
  /** 注文確認待ち: before their target. */
  readonly before: number;
}

const NOW = new Date("2026-11-24T10:30:00+09:00");
const DAYS = 29 * 86_400_000;

/** The first count of a shop, which writes every row, and one after a hundredth of its orders was cancelled. */
async function stockFigures(size: StockShop): Promise<{ first: StockFigures; second: StockFigures }> {
  const workbench = await createWorkbench({
    bundle: readBundle("dist"),
    clock: virtualClock(NOW),
    shop: { seed: "bench", orders: 0, skus: 0 },
  });
  await connect(workbench);
  const settings = { productCode: "merchantSkuId" };
  await call(workbench, "saveSettings", [{ settings }]);
  addProducts(workbench, size.skus);
  await finished(workbench, "importProducts");
  addOrders(workbench, size.skus, size.listed, 300);
  for (let left = size.listed; left > 0; ) left -= added(await call(workbench, "importShipments"));
  const numbers = addOrders(workbench, size.skus, size.unlisted, 300);
  numbers.push(...addOrders(workbench, size.skus, size.before, 100));
  const first = await counted(workbench);
  for (const number of numbers.filter((_, at) => at % 100 === 0)) workbench.sandbox.shop.cancel(number);
  const second = await counted(workbench);
  await workbench.close();
  return { first, second };
}

const page = (at: number): string => `page-${at}`;
const code = (at: number): string => `A-${100_000 + at}`;

function addProducts({ sandbox: { shop } }: Workbench, skus: number): void {
  for (let at = 0; at < skus; at++) {
    shop.putItem(item(page(at), { one: code(at) }));
    shop.setStock(page(at), "one", 20);
  }
}

/** Evenly over the days that are searched, of one to three units of one or two SKUs. */
function addOrders({ sandbox: { shop } }: Workbench, skus: number, count: number, progress: 100 | 300): string[] {
  const line = (at: number, units: number) => {
    const sku = { variantId: "one", merchantDefinedSkuId: code(at % skus), skuInfo: null };
    return { manageNumber: page(at % skus), sku, units };
  };
  return Array.from({ length: count }, (_, at) => {
    const ordered = new Date(NOW.getTime() - 3_600_000 - Math.floor((DAYS / count) * at));
    const lines = [line(at * 7919, 1 + (at % 3)), ...(at % 2 === 0 ? [] : [line(at * 104_729 + 1, 1)])];
    return shop.add({ ordered, progress, lines }).orderNumber;
  });
}

interface Value {
  readonly report?: { readonly counts: Readonly<Record<string, number>>; readonly finished: boolean };
}

async function call({ host }: Workbench, fn: string, args: unknown[] = []): Promise<Value> {
  const source = args.length > 0 ? "run" : "menu";
  const { value, outcome, error } = await host.run({ fn, args, user: OPERATOR, source });
  if (outcome !== "completed") throw new Error(`${fn} ${outcome}: ${error?.message}`);
  return value as Value;
}

async function finished(workbench: Workbench, fn: string): Promise<void> {
  while ((await call(workbench, fn)).report?.finished !== true);
}

const added = ({ report }: Value): number => {
  if (report === undefined) throw new Error("an import failed");
  return report.counts.added ?? 0;
};

async function counted({ host, sheets, sandbox }: Workbench): Promise<StockFigures> {
  await host.advance(60_000);
  const before = new Map(sandbox.calls);
  const made = (name: string) => (sandbox.calls.get(name) ?? 0) - (before.get(name) ?? 0);
  let largestBytes = 0;
  const handle = sheets.handle;
  sheets.handle = (request) => {
    if (request.method === "POST")
      largestBytes = Math.max(largestBytes, Buffer.byteLength(JSON.stringify(request.body)));
    return handle.call(sheets, request);
  };
  const { value, calls, milliseconds, outcome, usage } = await host.run({
    fn: "syncStock",
    user: OPERATOR,
    source: "menu",
  });
  sheets.handle = handle;
  const { report } = (value ?? {}) as Value;
  if (outcome !== "completed" || report?.finished !== true) throw new Error(`${outcome}: ${JSON.stringify(value)}`);
  return {
    rows: (report.counts.added ?? 0) + (report.counts.updated ?? 0),
    searchCalls: made("searchOrder"),
    getCalls: made("getOrder"),
    inventoryCalls: made("inventories.bulk.get"),
    sheetsCalls: calls.filter(({ name }) => name.startsWith("Sheets.")).length,
    largestBytes,
    cpu: usage?.cpu ?? Number.NaN,
    virtualSeconds: milliseconds / 1000,
    heapMegabytes: Math.round((usage?.heap ?? 0) / 1e6),
  };
}

/** The stock of a shop with so many SKUs and twice as many open orders, of which half are on the list. */
export async function stockLines(skus: number): Promise<string[]> {
  const shop: StockShop = { skus, listed: skus, unlisted: skus / 2, before: skus / 2 };
  return Object.entries(await stockFigures(shop)).map(
    ([which, figures]) =>
      `${which} count of the stock of ${skus} SKUs with ${2 * skus} open orders (${figures.rows} rows): ` +
      `searchOrder ${figures.searchCalls}, getOrder ${figures.getCalls}, inventories.bulk.get ${figures.inventoryCalls}, ` +
      `Sheets calls ${figures.sheetsCalls} (target 6), largest request ${figures.largestBytes} bytes; ` +
      `CPU ${figures.cpu.toFixed(0)} ms (target 2,000), ${figures.virtualSeconds.toFixed(0)} s on the shop's clock, ${figures.heapMegabytes} MB`,
  );
}
