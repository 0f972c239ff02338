import type { HostClock } from "../clock.ts";
import { Refused } from "./serving.ts";

/** Google's limits of a consumer account (guides/services/quotas). Daily ones count per user. */
export interface Limits {
  readonly executionMilliseconds: number;
  readonly simpleTriggerMilliseconds: number;
  readonly simultaneousExecutions: number;
  readonly simultaneousRuns: number;
  readonly triggers: number;
  readonly triggerMillisecondsPerDay: number;
  readonly urlFetchPerDay: number;
  readonly propertiesPerDay: number;
  readonly mailRecipientsPerDay: number;
  /** Of the Sheets API, for each of reads and writes; Google refuses more with 429. */
  readonly sheetsPerMinuteAndUser: number;
  readonly sheetsPerMinute: number;
}

export const consumerLimits: Limits = {
  executionMilliseconds: 6 * 60_000,
  simpleTriggerMilliseconds: 30_000,
  simultaneousExecutions: 30,
  simultaneousRuns: 10,
  triggers: 20,
  triggerMillisecondsPerDay: 90 * 60_000,
  urlFetchPerDay: 20_000,
  propertiesPerDay: 50_000,
  mailRecipientsPerDay: 100,
  sheetsPerMinuteAndUser: 60,
  sheetsPerMinute: 300,
};

const DAY = 24 * 60 * 60_000;

/** Counts per user and kind in windows that open with the first use. */
export interface Quotas {
  used(user: string, kind: string, window?: number): number;
  add(user: string, kind: string, amount: number, window?: number): void;
  /** Takes from a daily quota, or refuses with Google's text. */
  take(user: string, kind: string, amount: number, limit: number): void;
}

export function createQuotas(clock: HostClock): Quotas {
  const windows = new Map<string, { readonly until: number; used: number }>();

  function windowOf(user: string, kind: string, length: number) {
    const key = `${kind} ${user}`;
    const now = clock.now().getTime();
    let open = windows.get(key);
    if (open === undefined || open.until <= now) {
      open = { until: now + length, used: 0 };
      windows.set(key, open);
    }
    return open;
  }

  return {
    used: (user, kind, length = DAY) => windowOf(user, kind, length).used,
    add(user, kind, amount, length = DAY) {
      windowOf(user, kind, length).used += amount;
    },
    take(user, kind, amount, limit) {
      const open = windowOf(user, kind, DAY);
      if (open.used + amount > limit) throw new Refused(`Service invoked too many times for one day: ${kind}.`);
      open.used += amount;
    },
  };
}
