import type { Platform } from "../../platform/ports.ts";
import { jobRuns, meanSeconds } from "./job-runs.ts";
import type { AutomationView } from "./rules/automation-view.ts";
import { scheduledNames } from "./rules/schedule.ts";
import { tickOwner } from "./tick-owner.ts";

export function automationView(platform: Pick<Platform, "shared">): AutomationView {
  const owner = tickOwner(platform);
  const runs = jobRuns(platform);
  const means = scheduledNames.flatMap((job) => {
    const mean = meanSeconds(runs[job]);
    return mean === undefined ? [] : [[job, mean] as const];
  });
  return {
    owner: owner === undefined ? null : { who: owner.who, since: owner.since, minutes: owner.minutes },
    means: Object.fromEntries(means),
  };
}
