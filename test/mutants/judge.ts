import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wrongModules } from "../simulation/wrong-modules.ts";
import { run } from "./child.ts";
import { type Finding, failingTest, findingText, projects } from "./failing-test.ts";
import { type Mutant, planted, testsOf } from "./mutant.ts";
import { mutants } from "./registry.ts";
import type { TellingDay } from "./telling-day.ts";
import type { Trial } from "./try-days.ts";

/** A bug that can be tried by name. */
export interface Suspect {
  readonly name: string;
  /** What finds it, in words; undefined where nothing does. `checkout`: a copy of the project to plant it in. */
  readonly foundBy: (checkout: string) => Promise<string | undefined>;
}

/** The held days, and as many behind them as make thirty. */
const DAYS = { from: 3, seeds: 30 };

/** The rarest of the wrong modules shows on one day in fourteen: that none of so many shows it is one chance in thousands. */
const SEEDS = 120;

export const suspects: readonly Suspect[] = [
  ...mutants.map((mutant) => ({
    name: mutant.name,
    foundBy: (checkout: string) => whilePlanted(mutant, checkout),
  })),
  ...wrongModules.map(({ file, wrong, from = 1 }) => ({
    name: wrong.replace(".ts", ""),
    foundBy: () => foundByDay({ from, seeds: SEEDS, file, wrong }),
  })),
];

async function whilePlanted(mutant: Mutant, checkout: string): Promise<string | undefined> {
  const file = join(checkout, mutant.file);
  const right = readFileSync(file, "utf8");
  writeFileSync(file, planted(mutant, right));
  let finding: Finding | undefined;
  try {
    for (const project of projects) finding ??= await failingTest(checkout, project, testsOf(mutant));
    if (finding === undefined) return await foundByDay({ ...DAYS, checkout });
  } finally {
    writeFileSync(file, right);
  }
  await hasToPass(checkout, finding);
  return findingText(finding);
}

const passed = new Set<string>();

/** What fails without the bug as well has found nothing. */
async function hasToPass(checkout: string, finding: Finding): Promise<void> {
  const name = findingText(finding);
  if (passed.has(name)) return;
  if ((await failingTest(checkout, finding.project, finding.where, finding.test)) !== undefined)
    throw new Error(`${name} fails without any bug: mend that first.`);
  passed.add(name);
}

async function foundByDay(trial: Trial): Promise<string | undefined> {
  const { status, hung, stdout, stderr } = await run(
    ["scripts/run.mjs", "test/mutants/try-days.ts", JSON.stringify(trial)],
    process.cwd(),
  );
  if (hung) return "a simulated day that never ends";
  if (status !== 0) throw new Error(stderr);
  const day: TellingDay | null = JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1));
  return day === null ? undefined : `the simulated day of seed ${day.seed}: ${day.broken.replace(/\s+/g, " ")}`;
}
