import type { Platform } from "../../platform/ports.ts";
import { deadlineOf } from "../../run/budget.ts";
import { runId } from "../../run/log.ts";
import { problemFrom } from "../../run/notice.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { connectedRms } from "../connection/connected.ts";
import { enabledSettings } from "../settings/stored-settings.ts";
import { type ShipmentSource, shipmentTables } from "./shipment-import.ts";

/** Reads the sheets and asks the shop, and writes nothing: neither rows nor a log line. Throws Problem. */
export function lookUp<Found>(
  platform: Platform,
  find: (source: ShipmentSource) => Found,
  tablesOf = shipmentTables,
): Found {
  const settings = enabledSettings(platform);
  const started = platform.clock.now();
  const deadline = deadlineOf(started, "question");
  return find({
    book: openBook({ ...platform, tables: tablesOf(settings), run: runId(started) }),
    rms: connectedRms(platform, deadline),
    settings,
    now: () => platform.clock.now(),
    deadline,
  });
}

/** What a failed look-up says to the person who asked. */
export const lookUpFailure = (platform: Platform, error: unknown): string => problemFrom(platform, error).message;
