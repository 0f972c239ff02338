import { reportFigures } from "../test/support/report-figures.ts";
import { runCommand } from "../workbench/cli/command.ts";
import { wholeNumber, wholeNumbers } from "../workbench/cli/option.ts";

const command = {
  name: "node scripts/run.mjs bench/report-shipments.ts",
  does: "prints what it costs to report shipments: calls first, then time.",
  options: {
    parcels: wholeNumbers("sizes of a report", [1000]),
    others: wholeNumber("rows on the list that nobody has packed", 0),
  },
};

runCommand(command, async ({ parcels, others }) => {
  for (const size of parcels) {
    const figures = await reportFigures(size, others);
    const { postCalls, resultCalls, getCalls, sheetsCalls, runs, largestBytes, cpu, virtualSeconds, realSeconds } =
      figures;
    console.log(
      `report of ${size} parcels beside ${others} other rows: updateOrderShippingAsync ${postCalls}, ` +
        `getResultUpdateOrderShippingAsync ${resultCalls}, getOrder ${getCalls}, Sheets calls ${sheetsCalls}, executions ${runs}; ` +
        `largest request ${largestBytes} bytes; CPU ${cpu.toFixed(0)} ms; ${virtualSeconds.toFixed(0)} s on the shop's clock, ${realSeconds.toFixed(1)} s here`,
    );
  }
  process.exit();
});
