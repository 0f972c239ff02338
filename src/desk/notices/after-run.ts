import type { Platform } from "../../platform/ports.ts";
import type { JobOutcome } from "../../run/job.ts";
import { operatorOf } from "../connection/operator.ts";
import { flush } from "./flush.ts";
import { withOutcome } from "./rules/queue.ts";
import { storedNotices, storeNotices } from "./stored-notices.ts";

/** Milliseconds from the start of a run in which sending still may begin: Google ends all at six minutes, and an answer may take its time. */
const IN_TIME = 300_000;

/**
 * At the end of every run, which holds the lock: counts its failures, and sends what is due. A run of somebody without the keys
 * says nothing of the job. Never throws.
 */
export function afterRun(platform: Platform, outcome: JobOutcome): void {
  try {
    if (operatorOf(platform) !== platform.who) return;
    const state = storedNotices(platform);
    storeNotices(platform, state, withOutcome(state, outcome, outcome.endedAt));
    if (outcome.endedAt.getTime() - outcome.startedAt.getTime() < IN_TIME) flush(platform);
  } catch (error) {
    platform.report(error);
  }
}
