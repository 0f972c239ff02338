import { parseArgs } from "node:util";
import { bundleKilobytes, coldStart } from "./bundle.ts";
import { importFigures } from "./import-shipments.ts";

const HELP = `npm run bench: prints what an import costs (calls first, then time and memory) and how heavy the bundle is.

  --orders LIST   sizes of the shop (default 1000,10000)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { orders: { type: "string", default: "1000,10000" }, help: { type: "boolean" } },
  });
  if (values.help) return void process.stdout.write(HELP);
  console.log(
    `bundle: ${bundleKilobytes().toFixed(0)} KB (target 300), evaluated cold in ${coldStart().toFixed(1)} ms, median of 20 (target 20)`,
  );
  for (const orders of values.orders.split(",").map(Number)) {
    const {
      runs,
      rows,
      searchCalls,
      getCalls,
      sheetsCalls,
      cpuPerThousand,
      virtualSeconds,
      realSeconds,
      heapMegabytes,
      megabytes,
    } = await importFigures(orders);
    console.log(
      `import of ${orders} orders (${rows} rows): searchOrder ${searchCalls}, getOrder ${getCalls}, Sheets calls ${sheetsCalls}, executions ${runs}; ` +
        `CPU ${cpuPerThousand.toFixed(0)} ms per 1,000 orders; ${virtualSeconds.toFixed(0)} s on the shop's clock, ${realSeconds.toFixed(1)} s here; ${heapMegabytes} MB of the add-on, ${megabytes} MB of everything here`,
    );
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
