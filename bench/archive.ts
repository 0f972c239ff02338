import { archiveDesk, numbered } from "../test/support/archive-desk.ts";
import { runCommand } from "../workbench/cli/command.ts";
import { wholeNumber } from "../workbench/cli/option.ts";

const command = {
  name: "node scripts/run.mjs bench/archive.ts",
  does: "prints what it costs to move shipped orders from the list to spreadsheets of their months.",
  options: {
    orders: wholeNumber("orders that move, of one parcel with two lines each", 5000),
    others: wholeNumber("orders that stay on the list", 3000),
  },
};

const kb = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString("en-US")} kB`;

runCommand(command, async ({ orders, others }) => {
  const sums = new Map<string, { calls: number; sent: number; got: number; largest: number }>();
  const desk = archiveDesk({}, (call, sent, got) => {
    const sum = sums.get(call) ?? { calls: 0, sent: 0, got: 0, largest: 0 };
    const [out, back] = [sent, got].map((body) => Buffer.byteLength(JSON.stringify(body))) as [number, number];
    const largest = Math.max(sum.largest, out);
    sums.set(call, { calls: sum.calls + 1, sent: sum.sent + out, got: sum.got + back, largest });
  });
  desk.lists(
    ...Array.from({ length: orders + others }, (_, at) => ({
      number: numbered(at + 1),
      shippedOn: at >= orders ? "2026-11-20" : at % 2 === 0 ? "2026-08-20" : "2026-09-02",
    })),
  );
  const started = performance.now();
  let [moved, runs, commits] = [0, 0, 0];
  while (moved < orders) {
    moved += desk.run().moved;
    commits += desk.calls.filter((call) => call === "book.batchUpdate").length;
    runs++;
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${moved} orders moved in ${runs} run(s) with ${commits} commits of the list, ${seconds.toFixed(1)} s here`,
  );
  for (const [call, { calls, sent, got, largest }] of sums)
    console.log(`${call}: ${calls} calls, ${kb(sent)} sent (largest ${kb(largest)}), ${kb(got)} received`);
  process.exit();
});
