import { expect, test } from "vitest";
import { built, smallSteps } from "./bundles.ts";
import { kills } from "./harms/kill.ts";
import { rmsFaults } from "./harms/rms-fault.ts";
import { failure, summary } from "./report.ts";
import { type Outcome, simulate } from "./simulate.ts";
import { emptyTally, gather, harmed } from "./tally.ts";

/** Each seed is one disturbed day; npm run simulate tries as many as wanted. */
const SEEDS = 14;
/** From here on, so many days have enough of every harm among them. */
const FIRST = 153;

test("after days of interleaved runs, edits, kills and faults nothing is lost, doubled or misplaced", async () => {
  const bundle = await built([smallSteps]);
  const total = emptyTally();
  const broken: Outcome[] = [];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const outcome = await simulate(seed, bundle);
    gather(total, outcome.tally);
    if (outcome.broken.length > 0) broken.push(outcome);
  }
  console.log(summary(SEEDS, total));
  expect(broken.map(failure)).toEqual([]);
  expect(harmed(total, kills)).toBeGreaterThan(SEEDS);
  expect(harmed(total, rmsFaults)).toBeGreaterThan(SEEDS);
  expect(total.promises).toBeGreaterThan(SEEDS);
}, 180_000);
