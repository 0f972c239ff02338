import {
  type Interval,
  intervals,
  OFF,
  type Quiet,
  type Schedule,
  type ScheduledJob,
  scheduledNames,
} from "./schedule.ts";
import { slotMinutes } from "./slots.ts";
import { DAY_MINUTES } from "./times.ts";
import { isQuiet } from "./window.ts";

/** What Google gives a consumer account's triggers, in minutes a day; Workspace accounts have six hours (apps-script 2). */
export const FREE_MINUTES = 90;
export const WORKSPACE_MINUTES = 360;

/** Of a look that finds nothing to do, Apps Script's start included. */
const IDLE_SECONDS = 2;

/** Of a job that never ran. */
export const UNKNOWN_SECONDS = 30;

export interface Wish {
  readonly schedule: Schedule;
  readonly quiet: Quiet | null;
}

/** Seconds of a mean run, by job. */
export type Means = Readonly<Partial<Record<ScheduledJob, number>>>;

/** Minutes of trigger time on a day on which everything runs. */
export interface Forecast {
  readonly runs: number;
  readonly idle: number;
  readonly total: number;
}

const secondsOf = (means: Means, job: ScheduledJob): number => means[job] ?? UNKNOWN_SECONDS;

const slotsOf = ({ schedule, quiet }: Wish, job: ScheduledJob): number[] =>
  slotMinutes(schedule[job] ?? OFF).filter((minute) => !isQuiet(quiet, minute));

/** `tick` is how many minutes lie between two looks. */
export function forecast(wish: Wish, means: Means, tick: number): Forecast {
  const slots = scheduledNames.map((job) => ({ job, minutes: slotsOf(wish, job) }));
  const looks = DAY_MINUTES / tick;
  // Several slots between two looks are one run.
  const runsOf = (minutes: readonly number[]) =>
    new Set(minutes.map((minute) => Math.ceil(minute / tick) % looks)).size;
  const seconds = slots.reduce((sum, { job, minutes }) => sum + runsOf(minutes) * secondsOf(means, job), 0);
  const idle = looks - runsOf(slots.flatMap(({ minutes }) => minutes));
  const runs = Math.round(seconds / 60);
  const waiting = Math.round((idle * IDLE_SECONDS) / 60);
  return { runs, idle: waiting, total: runs + waiting };
}

/**
 * Longer intervals with which a schedule fits into `limit`, or undefined where none are long enough. The job that costs most gives
 * way first.
 */
export function fittingIntervals(
  wish: Wish,
  means: Means,
  tick: number,
  limit = FREE_MINUTES,
): Readonly<Partial<Record<ScheduledJob, Interval>>> | undefined {
  const changed: Partial<Record<ScheduledJob, Interval>> = {};
  let schedule = wish.schedule;
  while (forecast({ ...wish, schedule }, means, tick).total > limit) {
    const [slowed] = scheduledNames
      .map((job) => ({
        job,
        next: longer(schedule[job]?.every ?? null),
        cost: costOf({ ...wish, schedule }, means, job),
      }))
      .filter(({ next }) => next !== undefined)
      .sort((one, other) => other.cost - one.cost);
    if (slowed?.next === undefined) return undefined;
    changed[slowed.job] = slowed.next;
    schedule = { ...schedule, [slowed.job]: { every: slowed.next, times: [] } };
  }
  return changed;
}

const longer = (every: Interval | null): Interval | undefined =>
  every === null ? undefined : intervals.find((interval) => interval > every);

const costOf = (wish: Wish, means: Means, job: ScheduledJob): number =>
  slotsOf(wish, job).length * secondsOf(means, job);
