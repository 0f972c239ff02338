import { jobNames } from "../../src/desk/job-names.ts";
import { runCommand } from "./command.ts";
import { claimFolder } from "./folder.ts";
import { folderOption, shopOptions } from "./shop-options.ts";

const command = {
  name: "npm run job",
  does: "runs a job of the built add-on without a page, on the workbench's clock, and prints what it did.",
  argument: { name: "job", words: jobNames },
  options: { ...folderOption, ...shopOptions },
  notes: "Exit code 1 when the job failed.",
};

runCommand(command, async ({ folder, ...shop }, job) => {
  const release = claimFolder(folder);
  try {
    // Loaded once the options are read: who asks for help, or mistypes, waits for nothing.
    const { runJob } = await import("./run-job.ts");
    process.exitCode = (await runJob(job, folder, shop)) ? 0 : 1;
  } finally {
    release();
  }
});
