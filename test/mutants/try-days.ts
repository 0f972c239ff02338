// node scripts/run.mjs test/mutants/try-days.ts '{…}': in a process of its own, which a bug may hang.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { built, exchanged, smallSteps } from "../simulation/bundles.ts";
import { type Days, tellingDay } from "./telling-day.ts";

/** The wrong product: another checkout, or one of test/simulation/wrong/ in place of a module. */
export type Trial = Days & ({ readonly checkout: string } | { readonly file: string; readonly wrong: string });

const trial: Trial = JSON.parse(process.argv[2] ?? "{}");

const bundle =
  "checkout" in trial
    ? await built([smallSteps], (await import(pathToFileURL(join(trial.checkout, "build.mjs")).href)).buildAddOn)
    : await built([exchanged(trial.file, trial.wrong), smallSteps]);

process.stdout.write(`\n${JSON.stringify((await tellingDay(bundle, trial)) ?? null)}`);
process.exit();
