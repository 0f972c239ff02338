import { attempted } from "./attempt.ts";
import { built, smallSteps } from "./bundles.ts";
import { failure, harmsDone, summary } from "./report.ts";
import { emptyTally, gather } from "./tally.ts";
import { eachApart } from "./workers.ts";

/** So many days are told of before the end. */
const TOLD_EVERY = 50;

interface Days {
  readonly seeds: number;
  readonly first: number;
  /** So many days at a time. */
  readonly processes: number;
}

/** Simulates the days and prints what is wrong after each; false when one failed. */
export async function simulateDays({ seeds, first, processes }: Days): Promise<boolean> {
  const days = Array.from({ length: seeds }, (_, n) => first + n);
  const total = emptyTally();
  const failed: number[] = [];
  let ended = 0;
  console.log(`seeds ${first} to ${first + seeds - 1}`);
  await eachApart(days, processes, (outcome) => {
    gather(total, outcome.tally);
    if (++ended % TOLD_EVERY === 0 && ended < seeds) console.log(`${ended} of ${seeds} days`);
    if (outcome.broken.length === 0) return;
    failed.push(outcome.seed);
    console.log(failure(outcome));
  });
  console.log(`${summary(seeds, total)}\n${harmsDone(total)}`);
  if (failed.length > 0) console.log(`failed: seeds ${failed.sort((a, b) => a - b).join(", ")}`);
  console.log(`${seeds - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0;
}

/** Simulates one day and prints every call that the product made in it; false when it failed. */
export async function simulateDay(seed: number): Promise<boolean> {
  const outcome = await attempted(seed, await built([smallSteps]));
  console.log(outcome.lines.join("\n"));
  if (outcome.broken.length > 0) console.log(failure(outcome));
  console.log(`${summary(1, outcome.tally)}\n${harmsDone(outcome.tally)}`);
  return outcome.broken.length === 0;
}
