import { wallTime } from "../../../core/jst.ts";
import type { Settings } from "../../settings/rules/settings.ts";
import type { NoticeState } from "./notice-state.ts";

/** At most one digest in so many milliseconds. */
export const DIGEST_EVERY = 3_600_000;

export const isDigestDue = ({ queue, triedAt }: Pick<NoticeState, "queue" | "triedAt">, now: Date): boolean =>
  // A clock that was put back must not keep the queue waiting for it.
  queue.length > 0 && Math.abs(now.getTime() - triedAt) >= DIGEST_EVERY;

/** `2026-11-24` in Japan. */
export const dayOf = (now: Date): string => wallTime(now).slice(0, 10);

/** Once a day, as soon as somebody looks after the shop has closed; while the connection is switched off the list is out of date. */
export const isClosingDue = (
  { closedOn }: Pick<NoticeState, "closedOn">,
  { enabled, closingTime }: Pick<Settings, "enabled" | "closingTime">,
  now: Date,
): boolean => enabled && closedOn !== dayOf(now) && wallTime(now).slice(11, 16) >= closingTime;
