import type { Bundle } from "../../workbench/apps-script/bundle.ts";
import { built, smallSteps } from "../simulation/bundles.ts";
import { seedsHeld } from "../simulation/seeds.ts";
import { simulate } from "../simulation/simulate.ts";

/** Days to try, in their order. */
export interface Days {
  readonly from: number;
  readonly seeds: number;
}

export interface TellingDay {
  readonly seed: number;
  readonly broken: string;
}

/** The first of the days on which something is wrong with this bundle, and nothing with the right one. */
export async function tellingDay(wrong: Bundle, { from, seeds }: Days): Promise<TellingDay | undefined> {
  let right: Bundle | undefined;
  for (let seed = from; seed < from + seeds; seed++) {
    const broken = await brokenOn(seed, wrong);
    if (broken === undefined) continue;
    if (seedsHeld.includes(seed)) return { seed, broken };
    right ??= await built([smallSteps]);
    if ((await brokenOn(seed, right)) === undefined) return { seed, broken };
  }
  return undefined;
}

/** A product that cannot even be set up is wrong too. */
async function brokenOn(seed: number, bundle: Bundle): Promise<string | undefined> {
  try {
    return (await simulate(seed, bundle)).broken[0];
  } catch (error) {
    return String(error);
  }
}
