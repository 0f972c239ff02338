import { built, smallSteps } from "./bundles.ts";
import { failure, harmsDone, summary } from "./report.ts";
import { simulate } from "./simulate.ts";
import { emptyTally, gather } from "./tally.ts";

interface Days {
  readonly seeds: number;
  readonly from: number;
  /** Just this one, with every call that the product made. */
  readonly chosen: number | undefined;
}

/** Simulates the days and prints what is wrong after each; false when one failed. */
export async function simulateDays({ seeds, from, chosen }: Days): Promise<boolean> {
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
  return failed.length === 0;
}
