import * as z from "zod/mini";
import type { Platform } from "../../platform/ports.ts";
import type { JobOutcome } from "../../run/job.ts";
import { stored, storedInstant } from "../../run/stored.ts";
import type { JobHistory } from "./rules/due.ts";

const runSchema = z.object({
  /** When the last run began that did not fail. */
  startedAt: z.optional(storedInstant),
  /** Whether it left something to do. */
  unfinished: z.optional(z.boolean()),
  /** When the tick began its last run; from then on it counts as failed, until it is known to be none. */
  triedAt: z.optional(storedInstant),
  /** How many runs of the tick failed since one did not. */
  failures: z.optional(z.number()),
  /** Seconds that the last runs took, the newest first; failed ones say nothing of that. */
  seconds: z.array(z.number()),
});

export type JobRun = z.infer<typeof runSchema>;
export type JobRuns = Readonly<Record<string, JobRun>>;

/** The last runs of each job, by its name. */
const property = stored<JobRuns, JobRuns>("job-runs", z.record(z.string(), runSchema), {});

type Shared = Pick<Platform, "shared">;

export const jobRuns = ({ shared }: Shared): JobRuns => property.read(shared);

/** As many as smooth out a morning. */
const KEPT = 10;

/** Notes when a run began and how long it took. One that failed is as if it had never been. */
export function recordRun(platform: Shared, { job, startedAt, endedAt, failed, finished }: JobOutcome): void {
  if (failed) return;
  const took = (endedAt.getTime() - startedAt.getTime()) / 1000;
  // What failed before is mended, or was chance.
  change(platform, job, ({ seconds }) => ({
    startedAt: startedAt.toISOString(),
    ...(finished ? {} : { unfinished: true }),
    seconds: [took, ...seconds].slice(0, KEPT),
  }));
}

/** Notes that the tick is about to run a job: until the run is known to have ended well it counts as one that failed. */
export const recordTry = ({ shared, clock }: Pick<Platform, "shared" | "clock">, job: string): void =>
  change({ shared }, job, ({ failures = 0, ...run }) => ({
    ...run,
    triedAt: clock.now().toISOString(),
    failures: failures + 1,
  }));

export function historyOf({ startedAt, triedAt, unfinished, failures = 0 }: JobRun = { seconds: [] }): JobHistory {
  return {
    ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt) }),
    ...(triedAt === undefined ? {} : { triedAt: new Date(triedAt) }),
    ...(unfinished === undefined ? {} : { unfinished }),
    failures,
  };
}

/** Of the runs that are known; undefined where none is. */
export const meanSeconds = (run: JobRun | undefined): number | undefined =>
  run === undefined || run.seconds.length === 0
    ? undefined
    : run.seconds.reduce((sum, one) => sum + one, 0) / run.seconds.length;

function change(platform: Shared, job: string, to: (run: JobRun) => JobRun): void {
  const runs = jobRuns(platform);
  property.write(platform.shared, { ...runs, [job]: to(runs[job] ?? { seconds: [] }) });
}
