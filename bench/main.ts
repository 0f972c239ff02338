import { buildAddOn } from "../build.mjs";
import { productFigures } from "../test/support/product-figures.ts";
import { runCommand } from "../workbench/cli/command.ts";
import { wholeNumbers } from "../workbench/cli/option.ts";
import { automaticLine } from "./automatic-month.ts";
import { bundleKilobytes, coldStart } from "./bundle.ts";
import { importFigures } from "./import-shipments.ts";
import { previewFigures } from "./product-files.ts";
import { stockLines } from "./sync-stock.ts";

const command = {
  name: "npm run bench",
  does: "prints what an import costs (calls first, then time and memory), how long product files take to be shown, what counting the stock costs, how a month of 自動連携 goes, and how heavy the bundle is.",
  options: {
    orders: wholeNumbers("sizes of the shop", [1000, 10_000]),
    rows: wholeNumbers("rows of a product file", [100_000]),
    skus: wholeNumbers("sizes of the shop in SKUs", [30_000]),
    stocks: wholeNumbers("sizes of a stock in SKUs, with twice as many open orders", [10_000]),
    days: wholeNumbers("days in which 自動連携 is left to itself", [30]),
    daily: wholeNumbers("orders a day of those", [300]),
  },
};

runCommand(command, async ({ orders, rows: files, skus, stocks, days, daily }) => {
  await buildAddOn();
  console.log(
    `bundle: ${bundleKilobytes().toFixed(0)} KB (target 400), evaluated cold in ${coldStart().toFixed(1)} ms, median of 20 (target 20)`,
  );
  for (const size of orders) {
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
    } = await importFigures(size);
    console.log(
      `import of ${size} orders (${rows} rows): searchOrder ${searchCalls}, getOrder ${getCalls}, Sheets calls ${sheetsCalls}, executions ${runs}; ` +
        `CPU ${cpuPerThousand.toFixed(0)} ms per 1,000 orders; ${virtualSeconds.toFixed(0)} s on the shop's clock, ${realSeconds.toFixed(1)} s here; ${heapMegabytes} MB of the add-on, ${megabytes} MB of everything here`,
    );
  }
  for (const size of files) {
    const { megabytes, milliseconds, longestTask } = await previewFigures(size);
    console.log(
      `product file of ${size} rows (${megabytes.toFixed(1)} MB): preview in Chromium after ${milliseconds.toFixed(0)} ms (target 3,000), panel busy for ${longestTask.toFixed(0)} ms at the longest`,
    );
  }
  for (const size of skus) {
    for (const [which, figures] of Object.entries(await productFigures(size))) {
      const { runs, rows, itemCalls, genreCalls, sheetsCalls, largestBytes, realSeconds } = figures;
      console.log(
        `${which} import of ${size} SKUs (${rows} rows): items.search ${itemCalls}, genres ${genreCalls}, Sheets calls ${sheetsCalls}, ` +
          `largest request ${largestBytes} bytes, executions ${runs}; ${realSeconds.toFixed(1)} s here`,
      );
    }
  }
  for (const size of stocks) for (const line of await stockLines(size)) console.log(line);
  for (const many of days) for (const aDay of daily) console.log(await automaticLine(many, aDay));
  process.exit();
});
