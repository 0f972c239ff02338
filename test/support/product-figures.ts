import { readBundle } from "../../workbench/apps-script/bundle.ts";
import { virtualClock } from "../../workbench/apps-script/clock.ts";
import { connect, createWorkbench, OPERATOR } from "../../workbench/workbench.ts";

/** What it takes to bring a shop into 商品マスタ, over as many executions as that needs. */
export interface ProductFigures {
  readonly runs: number;
  readonly rows: number;
  readonly itemCalls: number;
  readonly genreCalls: number;
  readonly sheetsCalls: number;
  /** Of the largest request to Google, as JSON. */
  readonly largestBytes: number;
  readonly realSeconds: number;
}

/** The first import of a shop of so many SKUs, and a second one a day later after ten changes. */
export async function productFigures(skus: number): Promise<{ first: ProductFigures; second: ProductFigures }> {
  const workbench = await createWorkbench({
    bundle: readBundle("dist"),
    clock: virtualClock(new Date("2026-11-24T10:30:00+09:00")),
    shop: { seed: "bench", orders: 0, skus },
  });
  await connect(workbench);
  const user = OPERATOR;
  const settings = { productCode: "merchantSkuId" };
  await workbench.host.run({ fn: "saveSettings", args: [{ settings }], user, source: "run" });
  const { sheets, sandbox } = workbench;
  let largest = 0;
  const handle = sheets.handle.bind(sheets);
  sheets.handle = (request) => {
    if (request.method === "POST") largest = Math.max(largest, Buffer.byteLength(JSON.stringify(request.body)));
    return handle(request);
  };

  async function imported(): Promise<ProductFigures> {
    const calls = (name: string) => sandbox.calls.get(name) ?? 0;
    const [items, genres, started] = [calls("items.search"), calls("navigation.genres.get"), performance.now()];
    const sums = { runs: 0, rows: 0, sheetsCalls: 0 };
    largest = 0;
    for (let finished = false; !finished; ) {
      const { value, calls: made, outcome } = await workbench.host.run({ fn: "importProducts", user, source: "menu" });
      const { report } = (value ?? {}) as {
        report?: { counts: { added: number; updated: number }; finished: boolean };
      };
      if (outcome !== "completed" || report === undefined) throw new Error(`${outcome}: ${JSON.stringify(value)}`);
      sums.runs++;
      sums.rows += report.counts.added + report.counts.updated;
      sums.sheetsCalls += made.filter(({ name }) => name.startsWith("Sheets.")).length;
      finished = report.finished;
    }
    return {
      ...sums,
      itemCalls: calls("items.search") - items,
      genreCalls: calls("navigation.genres.get") - genres,
      largestBytes: largest,
      realSeconds: (performance.now() - started) / 1000,
    };
  }

  const first = await imported();
  await workbench.host.advance(48 * 3_600_000);
  for (const { item } of sandbox.shop.items().slice(0, 10))
    sandbox.shop.putItem({ ...item, title: `${item.title} 新` });
  const second = await imported();
  await workbench.close();
  return { first, second };
}
