import { beforeAll, expect, test } from "vitest";
import type { Bundle } from "../../workbench/apps-script/bundle.ts";
import { built, exchanged, smallSteps } from "./bundles.ts";
import { emptyTally, type Tally } from "./conduct.ts";
import { failure, summary } from "./report.ts";
import { type Outcome, simulate } from "./simulate.ts";
import { wrongModules } from "./wrong-modules.ts";

/** Each seed is one disturbed day; npm run simulate tries as many as wanted. */
const SEEDS = 36;

let bundle: Bundle;
beforeAll(async () => {
  bundle = await built([smallSteps]);
});

test("after days of interleaved runs, edits, kills and faults nothing is lost, doubled or misplaced", async () => {
  const total = emptyTally();
  const broken: Outcome[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const outcome = await simulate(seed, bundle);
    for (const name of Object.keys(total) as (keyof Tally)[]) total[name] += outcome.tally[name];
    if (outcome.broken.length > 0) broken.push(outcome);
  }
  console.log(summary(SEEDS, total));
  expect(broken.map(failure)).toEqual([]);
  expect(total.kills).toBeGreaterThan(SEEDS);
}, 180_000);

test.each(wrongModules)(
  "the simulation finds $bug",
  async ({ file, wrong }) => {
    const wrongBundle = await built([exchanged(file, wrong), smallSteps]);
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { broken } = await simulate(seed, wrongBundle);
      if (broken.length > 0) return console.log(`found with seed ${seed}: ${broken[0]}`);
    }
    expect.unreachable(`${SEEDS} seeds did not find it`);
  },
  180_000,
);
