import { availableParallelism } from "node:os";
import { runCommand } from "../../workbench/cli/command.ts";
import { flag, type Option, wholeNumber } from "../../workbench/cli/option.ts";

const one: Option<number | undefined> = {
  ...wholeNumber("just this one, with every call that the product made", 0),
  fallback: undefined,
};

const command = {
  name: "npm run simulate",
  does: "disturbed days at the desk, one for each seed, and what is wrong afterwards.",
  options: {
    seeds: wholeNumber("how many seeds", 100),
    from: wholeNumber("the first of them", 1),
    commit: flag("the first of them follows from the commit that is checked out"),
    processes: wholeNumber("how many days at a time", availableParallelism()),
    seed: one,
  },
  notes: "Exit code 1 when a seed failed.",
};

runCommand(command, async ({ seed, seeds, from, commit, processes }) => {
  const { simulateDay, simulateDays } = await import("./days.ts");
  const { seedOfCommit } = await import("./seed-of-commit.ts");
  const first = commit ? (seedOfCommit() ?? from) : from;
  const isWell = seed === undefined ? await simulateDays({ seeds, first, processes }) : await simulateDay(seed);
  process.exit(isWell ? 0 : 1);
});
