import type { News } from "../../core/news.ts";
import type { Platform } from "../../platform/ports.ts";
import { withNews } from "./rules/queue.ts";
import { storedNotices, storeNotices } from "./stored-notices.ts";

type Needs = Pick<Platform, "shared" | "clock" | "report">;

/**
 * Puts it on the queue, to be told with the next digest; what was told before is not. Never throws: no run ends for a notice.
 * For runs, which hold the lock of the spreadsheet.
 */
export function notify(platform: Needs, news: News): void {
  try {
    const state = storedNotices(platform);
    storeNotices(platform, state, withNews(state, news, platform.clock.now()));
  } catch (error) {
    platform.report(error);
  }
}
