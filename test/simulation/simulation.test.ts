import { expect, test } from "vitest";
import { built, smallSteps } from "./bundles.ts";
import { kills } from "./harms/kill.ts";
import { rmsFaults } from "./harms/rms-fault.ts";
import { failure, summary } from "./report.ts";
import { simulate } from "./simulate.ts";
import { emptyTally, gather, harmed } from "./tally.ts";

/** Each seed is one disturbed day; npm run simulate tries as many as wanted. */
const SEEDS = 12;
/** From here on, so many days have enough of every harm among them. */
const FIRST = 3;
const seeds = Array.from({ length: SEEDS }, (_, n) => FIRST + n);

const bundle = await built([smallSteps]);
const total = emptyTally();

test.each(seeds)(
  "after a day of interleaved runs, edits, kills and faults nothing is lost, doubled or misplaced: seed %i",
  async (seed) => {
    const outcome = await simulate(seed, bundle);
    gather(total, outcome.tally);
    expect(outcome.broken.length === 0 ? "" : failure(outcome)).toBe("");
  },
);

test("these days were disturbed by enough of every harm", () => {
  console.log(summary(SEEDS, total));
  expect(harmed(total, kills)).toBeGreaterThan(SEEDS);
  expect(harmed(total, rmsFaults)).toBeGreaterThan(SEEDS);
  expect(total.promises).toBeGreaterThan(SEEDS);
  expect(total.entries).toBeGreaterThan(SEEDS);
  expect(total.told).toBeGreaterThan(SEEDS);
  expect(total.offers).toBeGreaterThan(SEEDS / 2);
});
