import { type StockShop, stockFigures } from "../test/support/stock-figures.ts";

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
