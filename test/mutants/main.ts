import { runCommand } from "../../workbench/cli/command.ts";
import { text } from "../../workbench/cli/option.ts";

const command = {
  name: "npm run mutants",
  does: "plants known bugs one by one into a copy of the project, and prints which test or simulated day finds each.",
  options: { only: text("NAME", "just this bug", undefined) },
  notes: "Exit code 1 when fewer than 95 % are found.",
};

runCommand(command, async ({ only }) => {
  const { tryBugs } = await import("./try-bugs.ts");
  process.exit((await tryBugs(only)) ? 0 : 1);
});
