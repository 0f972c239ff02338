import type { Platform } from "../../platform/ports.ts";
import { problemFrom } from "../../run/run.ts";
import { runId } from "../../run/run-log.ts";
import { openBook } from "../../workbook/commit/book.ts";
import { connectedRms, enabledSettings } from "../connection/connected.ts";
import { type ShipmentSource, shipmentTables } from "./shipment-steps.ts";

/** Somebody waits before the screen, and Google ends the execution at six minutes. */
const BUDGET = 240_000;

/** Reads the sheets and asks the shop, and writes nothing: neither rows nor a log line. Throws Problem. */
export function lookUp<Found>(platform: Platform, find: (source: ShipmentSource) => Found): Found {
  const settings = enabledSettings(platform);
  const started = platform.clock.now();
  const deadline = new Date(started.getTime() + BUDGET);
  return find({
    book: openBook({ ...platform, tables: shipmentTables(settings), run: runId(started) }),
    rms: connectedRms(platform, deadline),
    settings,
    now: () => platform.clock.now(),
    deadline,
  });
}

/** What a failed look-up says to the person who asked. */
export const lookUpFailure = (platform: Platform, error: unknown): string => problemFrom(platform, error).message;
