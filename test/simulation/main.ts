import { runCommand } from "../../workbench/cli/command.ts";
import { type Option, wholeNumber } from "../../workbench/cli/option.ts";

const one: Option<number | undefined> = {
  ...wholeNumber("just this one, with every call that the product made", 0),
  fallback: undefined,
};

const command = {
  name: "npm run simulate",
  does: "disturbed days at the desk, one for each seed, and what is wrong afterwards.",
  options: { seeds: wholeNumber("how many seeds", 100), from: wholeNumber("the first of them", 1), seed: one },
  notes: "Exit code 1 when a seed failed.",
};

runCommand(command, async ({ seeds, from, seed: chosen }) => {
  const { simulateDays } = await import("./days.ts");
  process.exit((await simulateDays({ seeds, from, chosen })) ? 0 : 1);
});
