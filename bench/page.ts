import { drive, launchBrowser, newPage } from "../test/e2e/browser.ts";
import { readBundle } from "../workbench/apps-script/bundle.ts";
import { virtualClock } from "../workbench/apps-script/clock.ts";
import { runCommand } from "../workbench/cli/command.ts";
import { wholeNumber } from "../workbench/cli/option.ts";
import { listen } from "../workbench/listen.ts";
import { createPage } from "../workbench/server/page-server.ts";
import { connect, createWorkbench, OPERATOR, type Workbench } from "../workbench/workbench.ts";

const command = {
  name: "node scripts/run.mjs bench/page.ts",
  does: "prints what a page over a filled 出荷リスト costs to open, and an edit and an import to show.",
  options: {
    orders: wholeNumber("orders on the list", 10_000),
    edits: wholeNumber("edits of which the median is printed", 5),
  },
};

const NOW = new Date("2026-11-24T10:30:00+09:00");
const LIST = "出荷リスト";

async function filled(workbench: Workbench, orders: number): Promise<void> {
  await connect(workbench);
  for (let index = 0; index < orders; index++)
    workbench.sandbox.shop.add({ ordered: new Date(NOW.getTime() - 3_600_000 - index * 20_000) });
  for (let added = 0; added < orders; ) {
    const { value } = await workbench.host.run({ fn: "importShipments", user: OPERATOR, source: "menu" });
    added += (value as { report: { counts: { added: number } } }).report.counts.added;
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

runCommand(command, async ({ orders, edits }) => {
  const server = createPage();
  const clock = virtualClock(NOW);
  const workbench = await createWorkbench({
    bundle: readBundle("dist"),
    clock,
    ui: server.ui,
    wire: "direct",
    shop: { seed: "bench", orders: 0, skus: 300 },
  });
  await filled(workbench, orders);
  const listener = await listen();
  const { url } = listener;
  const { close } = await server.serve({ workbench, listener });
  const browser = await launchBrowser();
  const opened: { page?: Awaited<ReturnType<typeof newPage>>["page"] } = {};
  let bytes = 0;
  // The first opening fills the browser's and the server's caches: the second is what people meet.
  await (await newPage(browser, url)).page.context().close();
  const ready = await timed(async () => {
    opened.page = (await newPage(browser, url, (size) => (bytes += size))).page;
  });
  console.log(`${orders} orders: ready in ${ready.toFixed(0)} ms with ${kilobytes(bytes)} of data`);

  const person = drive(opened.page!);
  await opened.page!.getByText(LIST, { exact: true }).click();
  await person.settled();
  const base = `/v4/spreadsheets/${workbench.spreadsheetId}/values`;
  const enter = (row: number, text: string) =>
    workbench.sheets.handle({
      method: "PUT",
      path: `${base}/${encodeURIComponent(`'${LIST}'!H${row}`)}?valueInputOption=RAW`,
      body: { values: [[text]] },
      user: OPERATOR,
    });
  const echoes: number[] = [];
  bytes = 0;
  for (let edit = 0; edit < edits; edit++) {
    const text = `電話済み ${edit}`;
    const row = 2 + edit;
    echoes.push(
      await timed(async () => {
        enter(row, text);
        await opened.page!.waitForFunction(
          ([a1, wanted]) => window.workbench.text(a1!) === wanted,
          [`H${row}`, text] as const,
          { polling: 10 },
        );
      }),
    );
    await person.settled();
  }
  console.log(
    `an edit shows after ${median(echoes).toFixed(0)} ms, with ${kilobytes(bytes / edits)} of data (median and mean of ${edits})`,
  );
  await person.select("A2");
  await opened.page!.keyboard.press("Control+ArrowDown");
  await person.settled();
  // On a clock that runs only while a call of RMS or Sheets is waited for: what is left is computing, the page's with it.
  await workbench.host.advance(30 * 60_000);
  workbench.sandbox.shop.add({ ordered: new Date(clock.now().getTime() - 60_000) });
  const ended = timed(() => workbench.host.run({ fn: "importShipments", user: OPERATOR, source: "menu" }));
  const first = await timed(() =>
    opened.page!.waitForFunction((a1) => window.workbench.text(a1) !== "", `A${orders + 2}`, {
      polling: 10,
      timeout: 0,
    }),
  );
  console.log(
    `an import's new order shows after ${first.toFixed(0)} ms of computing, and the import ends after ${(await ended).toFixed(0)} ms`,
  );
  await browser.close();
  await close();
  await workbench.close();
  process.exit();
});
