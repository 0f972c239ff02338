import type { Mutant } from "../mutant.ts";

/** What every job goes through is held by the tests of the jobs. */
const JOBS = ["test/desk/shipments/", "test/desk/dashboard/"];

export const runBugs: readonly Mutant[] = [
  {
    name: "lock-kept-after-a-failure",
    file: "src/run/alone.ts",
    before: "    lock.release();\n",
    after: "",
    tests: JOBS,
  },
  {
    name: "worked-on-without-the-lock",
    file: "src/run/alone.ts",
    before: "if (!lock.take()) return undefined;",
    after: "lock.take();",
    tests: JOBS,
  },
  {
    name: "open-errors-trimmed",
    file: "src/run/trim-log.ts",
    before: '["エラー", "実行中"]',
    after: '["実行中"]',
  },
  {
    name: "errors-of-other-jobs-resolved",
    file: "src/run/error-id.ts",
    before: "startsOf(job).find((one) => id.startsWith(one))",
    after: 'id.includes(":") ? id.slice(0, id.indexOf(":") + 1) : undefined',
    tests: JOBS,
  },
  {
    name: "own-line-called-dead",
    file: "src/run/log.ts",
    before: ' && cellAt(log, row, "id") !== run.id)',
    after: ")",
    tests: JOBS,
  },
  {
    name: "more-to-do-called-done",
    file: "src/run/run-job.ts",
    before: 'report.finished ? "完了" : "続きあり"',
    after: '"完了"',
    tests: JOBS,
  },
  {
    name: "failure-not-recorded",
    file: "src/run/run-job.ts",
    before: "  recordFailure(platform, course.run.id, records, course.book, cells);\n",
    after: "",
    tests: JOBS,
  },
  {
    name: "budget-in-seconds",
    file: "src/run/budget.ts",
    before: "startedAt.getTime() + budgets[budget]",
    after: "startedAt.getTime() + budgets[budget] / 1000",
    tests: JOBS,
  },
];
