// Simulates the days that its parent asks for, one after the other (workers.ts).
import { attempted } from "./attempt.ts";
import { built, smallSteps } from "./bundles.ts";

const bundle = built([smallSteps]);

process.on("message", async (seed: number) => {
  process.send?.({ ...(await attempted(seed, await bundle)), lines: [] });
});
process.on("disconnect", () => process.exit());
