import { serialOf } from "../core/jst.ts";
import { AUTOMATION } from "../core/menu-texts.ts";
import type { Platform } from "../platform/ports.ts";
import { type PulsePlace, pulseAnew, pulseAt, pulsePlace, type Watched } from "../workbook/commit/pulse.ts";
import { cellsIn } from "../workbook/declare/table.ts";
import { dashboardTable } from "./dashboard-table.ts";
import { runId } from "./log.ts";
import { isTicked } from "./requests.ts";
import { stored } from "./stored.ts";

/** Where the pulse stood on ダッシュボード the last time. */
const placed = stored<PulsePlace>("pulse-place", pulsePlace, undefined);

/**
 * Notes on ダッシュボード that somebody looked at what is to be done, which holds until `until`, and tells whose boxes are ticked
 * there, by the titles of their jobs. One call of Sheets where nothing moved since the last time, and a look at the whole sheet
 * where something did. Throws Problem where the sheet is gone, SheetsFailure where Google does not answer.
 */
export function pulse(platform: Platform, now: Date, until: Date): { readonly ticked: readonly string[] } {
  const { sheets, shared } = platform;
  const cells = cellsIn(dashboardTable, ["beat", "beatUntil"], { beat: serialOf(now), beatUntil: serialOf(until) });
  const beat = { table: dashboardTable, key: AUTOMATION, cells, watched: "request" };
  const place = placed.read(shared);
  const seen = place === undefined ? undefined : pulseAt(sheets, beat, place);
  if (seen !== undefined) return { ticked: tickedIn(seen) };
  const found = pulseAnew({ ...platform, run: runId(now) }, beat);
  placed.write(shared, found.place);
  return { ticked: tickedIn(found.watched) };
}

const tickedIn = (seen: Watched): string[] => [...seen].flatMap(([item, cell]) => (isTicked(cell) ? [item] : []));
