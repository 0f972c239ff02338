import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that run no script: in processes of their own, in the machine's time zone, on which nothing of theirs may depend. */
const scriptless = ["core", "shop", "rms", "workbook", "sidebar", "desk/*/rules"].map(
  (room) => `test/${room}/**/*.test.ts`,
);
const all = "test/**/*.test.ts";
const long = /^test\/(simulation|e2e)\//;

/** On a machine that has not yet seen how long files take, the longest may come last and keep all cores but one waiting. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const mayWait = ({ project, moduleId }: TestSpecification) =>
      project.name === "scripts" && !long.test(relative(this.ctx.config.root, moduleId));
    return [...sorted.filter((file) => !mayWait(file)), ...sorted.filter(mayWait)];
  }
}

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The script's time zone is the process's, and no two threads can have two.
    pool: "forks",
    // One more than two cores, as tests of the page wait for the browser most of the time.
    maxWorkers: 3,
    // The files of a project share processes, and load the product and the workbench once instead of once a file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "scriptless", include: scriptless } },
      // All scripts run in the same zone.
      {
        extends: true,
        test: {
          name: "scripts",
          include: [all],
          exclude: scriptless,
          globalSetup: ["test/support/build.ts", "test/support/chromium.ts"],
        },
      },
    ],
  },
});
