import type { Platform } from "../../platform/ports.ts";
import { operatorOf } from "../connection/operator.ts";
import { flush } from "./flush.ts";
import { type Outcome, withOutcome } from "./rules/queue.ts";
import { storedNotices, storeNotices } from "./stored-notices.ts";

/** At the end of every run: counts its failures, and sends what is due. A run of somebody without the keys says nothing of the job. Never throws. */
export function afterRun(platform: Platform, outcome: Outcome): void {
  try {
    if (operatorOf(platform) !== platform.who) return;
    const state = storedNotices(platform);
    storeNotices(platform, state, withOutcome(state, outcome, platform.clock.now()));
    flush(platform);
  } catch (error) {
    platform.report(error);
  }
}
