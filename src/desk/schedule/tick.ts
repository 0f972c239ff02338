import * as z from "zod/mini";
import { AUTOMATION } from "../../core/menu-texts.ts";
import type { Platform, Properties, Screen, Triggers } from "../../platform/ports.ts";
import { alone } from "../../run/alone.ts";
import { deadlineOf } from "../../run/budget.ts";
import { pulse } from "../../run/pulse.ts";
import { remembered } from "../../run/remembered.ts";
import { flushDue } from "../notices/flush.ts";
import { noticesDue } from "../notices/stored-notices.ts";
import { patience, showUnauthorised } from "./automation-line.ts";
import { recordTry } from "./job-runs.ts";
import { waitingTasks } from "./tasks.ts";
import { type TickOwner, tickOwner } from "./tick-owner.ts";

/** What a tick needs of Google before it knows whether there is anything to do. */
export interface Doors {
  readonly shared: Properties;
  readonly triggers: Triggers;
  /** Asks nothing of Google. */
  readonly open: (spreadsheetId: string, who: string) => Platform;
}

const eventSchema = z.object({ triggerUid: z.string() });

/** Nobody is there to see anything. */
const unseen: Screen = {
  toast() {},
  alert() {},
  ask: () => undefined,
  confirm: () => false,
  bringToFront() {},
  selected: () => undefined,
};

/** With less time left than this nothing is begun. */
const LEAST = 60_000;
/** What takes longer stops itself and goes on the next time. */
const MOST = 200_000;

/**
 * One look at what is to be done, and the doing of it. `event` is what Google hands to a trigger's function. Where nothing is to be
 * done it costs two calls: all properties, and one commit that notes the look and brings the boxes back.
 */
export function tick({ shared, triggers, open }: Doors, event: unknown): void {
  const called = z.safeParse(eventSchema, event);
  if (!called.success) return;
  const seen = remembered(shared);
  const owner = tickOwner({ shared: seen });
  // Otherwise somebody has taken over, or the trigger was made anew: two would do everything twice.
  if (owner?.triggerId === called.data.triggerUid) look({ shared, triggers, open }, owner, seen);
  else triggers.remove(called.data.triggerUid);
}

function look({ triggers, open }: Doors, owner: TickOwner, seen: Properties): void {
  const platform = { ...open(owner.spreadsheetId, owner.who), screen: unseen };
  const startedAt = platform.clock.now();
  const asked = beat({ ...platform, shared: seen }, owner);
  const isIdle = waitingTasks({ shared: seen }, owner, asked, startedAt).length === 0;
  if (isIdle && !noticesDue(seen.all(), owner.who, startedAt)) return;
  // An add-on's trigger fires also where its owner has to authorise again, and would fail in the middle of something.
  if (owner.minutes === 60 && !triggers.authorised()) showUnauthorised(platform);
  else alone(platform, AUTOMATION, () => work(platform, owner, startedAt));
}

/** Nobody else is at work now: what was seen before may be done already. */
function work(platform: Platform, owner: TickOwner, startedAt: Date): void {
  const { clock, shared } = platform;
  // Every job takes the lock that this execution holds already, and would let it go for all that come after.
  const held: Platform = { ...platform, lock: { take: () => true, release() {} } };
  const deadline = deadlineOf(startedAt, "job");
  const asked = beat(held, owner);
  for (const [at, task] of waitingTasks({ shared }, owner, asked, clock.now()).entries()) {
    const left = deadline.getTime() - clock.now().getTime();
    if (at > 0 && left < Math.min(Math.max(task.takes, LEAST), MOST)) continue;
    // Runs are told apart by the millisecond in which they begin.
    if (at > 0) clock.sleep(1);
    recordTry(platform, task.name);
    task.run(held, deadline);
  }
  if (clock.now() < deadline) flushDue(held);
}

/** Without ダッシュボード nobody can ask for anything; what is scheduled is run all the same. */
function beat(platform: Platform, { minutes }: TickOwner): readonly string[] {
  const now = platform.clock.now();
  try {
    return pulse(platform, now, new Date(now.getTime() + patience(minutes))).ticked;
  } catch (error) {
    platform.report(error);
    return [];
  }
}
