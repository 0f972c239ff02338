import type { Mutant } from "../mutant.ts";

export const scheduleBugs: readonly Mutant[] = [
  {
    name: "slot-run-twice",
    file: "src/desk/schedule/rules/slots.ts",
    before: "slot > after && slot <= to",
    after: "slot >= after && slot <= to",
  },
  {
    name: "quiet-hours-over-midnight-open",
    file: "src/desk/schedule/rules/window.ts",
    before: "minute >= from || minute < to",
    after: "minute >= from && minute < to",
  },
  {
    name: "week-begins-on-monday",
    file: "src/desk/schedule/rules/window.ts",
    before: "(Math.round(serialOf(midnight)) - 1) % 7",
    after: "(Math.round(serialOf(midnight)) - 2) % 7",
  },
  {
    name: "failing-job-never-rests",
    file: "src/desk/schedule/rules/due.ts",
    before: "now.getTime() - triedAt.getTime() <",
    after: "now.getTime() - triedAt.getTime() >",
  },
  {
    name: "unfinished-work-waits-for-its-slot",
    file: "src/desk/schedule/rules/due.ts",
    before: "if (unfinished && startedAt !== undefined) return triedAt ?? startedAt;",
    after: "",
  },
  {
    name: "foreign-trigger-kept",
    file: "src/desk/schedule/tick.ts",
    before: "else triggers.remove(called.data.triggerUid);",
    after: "",
  },
  {
    name: "failed-run-counted-as-one",
    file: "src/desk/schedule/job-runs.ts",
    before: "if (failed) return;",
    after: "",
  },
];
