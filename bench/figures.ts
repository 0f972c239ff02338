import { buildAddOn } from "../build.mjs";
import { productFigures } from "../test/support/product-figures.ts";
import { automaticLine } from "./automatic-month.ts";
import { bundleKilobytes, coldStart } from "./bundle.ts";
import { importFigures } from "./import-shipments.ts";
import { previewFigures } from "./product-files.ts";
import { secondImportLines } from "./second-import.ts";
import { stockLines } from "./sync-stock.ts";

interface Sizes {
  /** Orders of the shop. */
  readonly orders: readonly number[];
  /** Open orders that are on the list already. */
  readonly listed: readonly number[];
  /** Rows of a product file. */
  readonly files: readonly number[];
  /** SKUs of the shop. */
  readonly skus: readonly number[];
  /** SKUs of a stock, with twice as many open orders. */
  readonly stocks: readonly number[];
  /** Days in which 自動連携 is left to itself, and the orders of each. */
  readonly days: readonly number[];
  readonly daily: readonly number[];
}

/** Measures one after the other, and prints a line as soon as it is known. */
export async function printFigures({ orders, listed, files, skus, stocks, days, daily }: Sizes): Promise<void> {
  await buildAddOn();
  console.log(
    `bundle: ${bundleKilobytes().toFixed(0)} KB (limit 520), evaluated cold in ${coldStart().toFixed(1)} ms, median of 20 (target 20)`,
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
  for (const size of listed) for (const line of await secondImportLines(size)) console.log(line);
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
}
