import { captions, type ItemName } from "../core/menu-texts.ts";
import type { SheetState } from "../workbook/read/snapshot.ts";

/** As people know the job: the menu item that starts it has its name, in one word. */
function nameOf(job: string): string {
  const fn = job.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return fn in captions ? captions[fn as ItemName] : job === "confirm-orders" ? captions.showConfirmOrders : job;
}

/** What begins the key of an error's line in 連携ログ; lines of earlier versions begin with the name that only we know. */
const startsOf = (job: string): readonly string[] => [`${nameOf(job)}:`, `${job}:`];

/** Keyed by the thing that could not be processed, so that one that fails every time has one line, not one a run. */
export function errorId(job: string, subject: string, log: SheetState): string {
  const [now = "", former = ""] = startsOf(job).map((start) => `${start}${subject}`);
  return log.rows.has(former) ? former : now;
}

/** What an error's line of the job is about; undefined for lines of another kind. */
export function subjectOf(job: string, id: string): string | undefined {
  const start = startsOf(job).find((one) => id.startsWith(one));
  return start === undefined ? undefined : id.slice(start.length);
}
