import { shortTime } from "../core/jst.ts";
import type { Platform } from "../platform/ports.ts";
import type { Notice } from "./notice.ts";
import { stored, storedName } from "./stored.ts";

/** Who is at work on what since when, as the middle of a sentence. */
const running = stored("running", storedName, "別の処理を");

/**
 * Does `work` while nobody else writes to this spreadsheet; undefined, with nothing done, while somebody does.
 * `title` is what those hear of it who come in between.
 */
export function alone<Result>(platform: Platform, title: string, work: () => Result): Result | undefined {
  const { lock, shared, who, clock } = platform;
  if (!lock.take()) return undefined;
  try {
    courtesy(() => running.write(shared, `「${title}」を ${who || "ほかの方"} が ${shortTime(clock.now())} から`));
    return work();
  } finally {
    courtesy(() => running.forget(shared));
    lock.release();
  }
}

/** Where Google does not keep who is at work, others hear less of it, and the work goes on. */
function courtesy(note: () => void): void {
  try {
    note();
  } catch {}
}

/** For whoever comes while somebody is at work: who it is. */
export const busy = ({ shared }: Pick<Platform, "shared">): Notice => ({
  remedy: "wait",
  message: `ただいま${running.read(shared)}実行中です。終わってからもう一度実行してください。`,
  rmsCalls: 0,
});
