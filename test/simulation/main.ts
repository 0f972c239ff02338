import { runCommand } from "../../workbench/cli/command.ts";
import { type Option, wholeNumber } from "../../workbench/cli/option.ts";
import { built, smallSteps } from "./bundles.ts";
import { failure, harmsDone, summary } from "./report.ts";
import { simulate } from "./simulate.ts";
import { emptyTally, gather } from "./tally.ts";

const one: Option<number | undefined> = {
  ...wholeNumber("just this one, with every call that the product made", 0),
  fallback: undefined,
};

const command = {
  name: "npm run simulate",
  does: "disturbed days at the desk, one for each seed, and what is wrong afterwards.",
  options: { seeds: wholeNumber("how many seeds", 100), from: wholeNumber("the first of them", 1), seed: one },
  notes: "Exit code 1 when a seed failed.",
};

runCommand(command, async ({ seeds, from, seed: chosen }) => {
  const bundle = await built([smallSteps]);
  const first = chosen ?? from;
  const count = chosen === undefined ? seeds : 1;
  const total = emptyTally();
  const failed: number[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const outcome = await simulate(seed, bundle);
    gather(total, outcome.tally);
    if (chosen !== undefined) console.log(outcome.lines.join("\n"));
    if (outcome.broken.length === 0) continue;
    failed.push(seed);
    console.log(failure(outcome));
  }
  console.log(`${summary(count, total)}\n${harmsDone(total)}`);
  if (failed.length > 0) console.log(`failed: seeds ${failed.join(", ")}`);
  process.exit(failed.length > 0 ? 1 : 0);
});
