import { expect, test } from "vitest";
import { built, exchanged, smallSteps } from "./bundles.ts";
import { AS_LONG_AS_IT_TAKES, seedsHeld } from "./seeds.ts";
import { simulate } from "./simulate.ts";
import { wrongModules } from "./wrong-modules.ts";

test.each(wrongModules.filter(({ common }) => common))(
  "the simulation finds $bug, on a day that the right product passes",
  async ({ file, wrong }) => {
    const bundle = await built([exchanged(file, wrong), smallSteps]);
    for (const seed of seedsHeld) {
      const { broken } = await simulate(seed, bundle);
      if (broken.length === 0) continue;
      console.log(`found with seed ${seed}: ${broken[0]}`);
      return;
    }
    expect.unreachable("no day that is held found it");
  },
  AS_LONG_AS_IT_TAKES,
);
