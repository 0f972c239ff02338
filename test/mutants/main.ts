import { runCommand } from "../../workbench/cli/command.ts";
import { positive, text } from "../../workbench/cli/option.ts";

const command = {
  name: "npm run mutants",
  does: "plants known bugs one by one into a copy of the project, and prints which test or simulated day finds each.",
  options: {
    only: text("NAME", "just this bug", undefined),
    from: positive("the first of them to try", 1),
    every: positive("and from there just every so many", 1),
  },
  notes: "Exit code 1 when fewer than 95 % are found.",
};

runCommand(command, async ({ only, from, every }) => {
  const { bugNamed, everyBug, tryBugs } = await import("./try-bugs.ts");
  process.exit((await tryBugs(only === undefined ? everyBug(from, every) : [bugNamed(only)])) ? 0 : 1);
});
