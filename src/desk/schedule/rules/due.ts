import { isOn, type Plan } from "./schedule.ts";
import { firstSlot } from "./slots.ts";
import { isOpen, MINUTE, type Window } from "./window.ts";

/** What is known of a job's runs. */
export interface JobHistory {
  /** When the last run began that did not fail. */
  readonly startedAt?: Date;
  /** It left something to do. */
  readonly unfinished?: boolean;
  /** When the last run began that failed or was killed, and how many did in a row. */
  readonly triedAt?: Date;
  readonly failures: number;
}

export interface Look {
  readonly now: Date;
  /** Slots before this are nobody's: nothing was scheduled then, or something else. */
  readonly since: Date;
  readonly window: Window;
  /** Between two looks, in minutes. */
  readonly minutes: number;
}

/** Minutes of rest after so many failures in a row: a first one may have been chance, a fourth is none. */
const RESTS = [0, 0, 15, 30, 60];

/** Whether a job that failed is left alone for a while, so that it does not use up the time of the others. */
export const isResting = ({ triedAt, failures }: JobHistory, now: Date): boolean =>
  triedAt !== undefined &&
  now.getTime() - triedAt.getTime() < (RESTS[Math.min(failures, RESTS.length - 1)] as number) * MINUTE;

/**
 * Since when a job waits to be run, or undefined while it does not. However many slots were missed, it is due once. What a run left
 * to do is brought to its end also where the window has closed meanwhile, and a slot just before its end is kept.
 */
export function dueSince(plan: Plan, history: JobHistory, { now, since, window, minutes }: Look): Date | undefined {
  if (!isOn(plan) || isResting(history, now)) return undefined;
  const { startedAt, unfinished, triedAt } = history;
  // Behind those who have waited since before its last failure.
  if (unfinished && startedAt !== undefined) return triedAt ?? startedAt;
  const after = new Date(Math.max(since.getTime(), startedAt?.getTime() ?? 0));
  const slot = firstSlot(plan, window, after, now);
  if (slot === undefined) return undefined;
  const lastLook = new Date(Math.max(after.getTime(), now.getTime() - minutes * MINUTE));
  if (!isOpen(window, now) && firstSlot(plan, window, lastLook, now) === undefined) return undefined;
  return triedAt === undefined || triedAt < slot ? slot : triedAt;
}
