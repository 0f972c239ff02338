import type { Bundle } from "../../workbench/apps-script/bundle.ts";
import { type Outcome, simulate } from "./simulate.ts";
import { emptyTally } from "./tally.ts";

/** A day on which the simulation itself fails is a failed day like any other, and does not keep the next ones from their turn. */
export async function attempted(seed: number, bundle: Bundle): Promise<Outcome> {
  try {
    return await simulate(seed, bundle);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed, broken: [`the day came to no end: ${said}`], tally: emptyTally(), notes: [], lines: [] };
  }
}
