import type { Platform } from "../platform/ports.ts";
import { deadlineOf } from "../run/budget.ts";
import { runId } from "../run/log.ts";
import { problemFrom } from "../run/notice.ts";
import { openBook } from "../workbook/commit/book.ts";
import type { Table } from "../workbook/declare/table.ts";
import { connectedRms } from "./connection/connected.ts";
import type { DeskContext } from "./desk.ts";
import type { Settings } from "./settings/rules/settings.ts";
import { enabledSettings } from "./settings/stored-settings.ts";

/** What a look-up works with: a job's context without the means to write. */
export type LookUpSource = Omit<
  DeskContext<string>,
  "commit" | "changeSettings" | "notes" | "elsewhere" | "bigQuery" | "sleep" | "notify"
>;

/** Reads the sheets and asks the shop, and writes nothing: neither rows nor a log line. Throws Problem. */
export function lookUp<Found>(
  platform: Platform,
  tablesFor: (settings: Settings) => readonly Table[],
  find: (source: LookUpSource) => Found,
): Found {
  const settings = enabledSettings(platform);
  const started = platform.clock.now();
  const deadline = deadlineOf(started, "question");
  return find({
    book: openBook({ ...platform, tables: tablesFor(settings), run: runId(started) }),
    rms: connectedRms(platform, deadline),
    settings,
    now: () => platform.clock.now(),
    deadline,
    who: platform.who,
    progress() {},
  });
}

/** What a failed look-up says to the person who asked. */
export const lookUpFailure = (platform: Platform, error: unknown): string => problemFrom(platform, error).message;
