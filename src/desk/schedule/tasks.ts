import type { Platform } from "../../platform/ports.ts";
import { runJob } from "../../run/run-job.ts";
import { desk } from "../desk.ts";
import { dailyJobs, jobs } from "../jobs.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { checkDaily } from "./check-daily.ts";
import { historyOf, jobRuns, meanSeconds } from "./job-runs.ts";
import { dueSince, isResting, type Look } from "./rules/due.ts";
import { OFF, type Plan, type Quiet, scheduledNames } from "./rules/schedule.ts";
import { minutesOf } from "./rules/times.ts";
import { isQuiet } from "./rules/window.ts";
import { slotsSince, type TickOwner } from "./tick-owner.ts";

/** Something that the tick runs. */
export interface Task {
  /** Under which its runs are remembered. */
  readonly name: string;
  readonly title: string;
  readonly run: (platform: Platform, deadline: Date) => void;
}

export interface Waiting extends Task {
  readonly since: Date;
  /** Milliseconds that it is expected to take. */
  readonly takes: number;
}

const jobTasks: readonly Task[] = jobs.map((job) => ({
  name: job.name,
  title: job.title,
  run: (platform, deadline) => void runJob(job, platform, desk, deadline),
}));

const dailyTasks: readonly (Task & { readonly at: string })[] = [
  ...dailyJobs.map(({ job, at }) => ({ ...(taskOf(job.name) as Task), at })),
  checkDaily,
];

function taskOf(name: string): Task | undefined {
  return jobTasks.find((task) => task.name === name);
}

/** Of the tasks whose time has come and those that people ask for, by title: these first, then whoever has waited longest. */
export function waitingTasks(
  platform: Pick<Platform, "shared">,
  owner: TickOwner,
  asked: readonly string[],
  now: Date,
): Waiting[] {
  const runs = jobRuns(platform);
  const { schedule, weekdays, quiet, enabled } = storedSettings(platform);
  const look: Look = { now, since: slotsSince(platform, owner), window: { weekdays, quiet }, minutes: owner.minutes };
  const everyDay: Look = { ...look, window: { weekdays: EVERY_DAY, quiet } };
  const waiting = (task: Task | undefined, since: Date | undefined): Waiting[] =>
    task === undefined || since === undefined
      ? []
      : [{ ...task, since, takes: 1000 * (meanSeconds(runs[task.name]) ?? 0) }];
  const requested = jobTasks
    .filter(({ name, title }) => asked.includes(title) && !isResting(historyOf(runs[name]), now))
    .flatMap((task) => waiting(task, now));
  const scheduled = !enabled
    ? []
    : scheduledNames.flatMap((name) =>
        waiting(taskOf(name), dueSince(schedule[name] ?? OFF, historyOf(runs[name]), look)),
      );
  const daily = dailyTasks.flatMap((task) =>
    waiting(task, dueSince(onceADay(task.at, quiet), historyOf(runs[task.name]), everyDay)),
  );
  const due = [...scheduled, ...daily].filter(({ title }) => !asked.includes(title));
  return [...requested, ...due.sort((one, other) => one.since.getTime() - other.since.getTime())];
}

const EVERY_DAY: Settings["weekdays"] = [0, 1, 2, 3, 4, 5, 6];

/** At the end of the quiet period where the time lies in it. */
const onceADay = (at: string, quiet: Quiet | null): Plan => ({
  every: null,
  times: [isQuiet(quiet, minutesOf(at)) ? (quiet as Quiet).to : at],
});
