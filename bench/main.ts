import { runCommand } from "../workbench/cli/command.ts";
import { wholeNumbers } from "../workbench/cli/option.ts";

const command = {
  name: "npm run bench",
  does: "prints what an import costs (calls first, then time and memory), when a later one shows its first row and ends, how long product files take to be shown, what counting the stock costs, how a month of 自動連携 goes, and how heavy the bundle is.",
  options: {
    orders: wholeNumbers("sizes of the shop", [1000, 10_000]),
    listed: wholeNumbers("open orders on the list when an import begins", [200, 2000, 10_000]),
    rows: wholeNumbers("rows of a product file", [100_000]),
    skus: wholeNumbers("sizes of the shop in SKUs", [30_000]),
    stocks: wholeNumbers("sizes of a stock in SKUs, with twice as many open orders", [10_000]),
    days: wholeNumbers("days in which 自動連携 is left to itself", [30]),
    daily: wholeNumbers("orders a day of those", [300]),
  },
};

runCommand(command, async ({ orders, listed, rows, skus, stocks, days, daily }) => {
  const { printFigures } = await import("./figures.ts");
  await printFigures({ orders, listed, files: rows, skus, stocks, days, daily });
  process.exit();
});
