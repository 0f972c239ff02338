import type { Platform } from "../../platform/ports.ts";
import { showStatus } from "../connection/status.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { noteScheduleChanged } from "./tick-owner.ts";

const partsOf = ({ enabled, schedule, weekdays, quiet }: Settings) =>
  JSON.stringify([enabled, schedule, weekdays, quiet]);

/**
 * After settings were saved: what is scheduled from now on begins with its next slot, not with those that it would have missed, and
 * ダッシュボード shows it.
 */
export function noteSchedule(platform: Platform, before: Settings): void {
  if (partsOf(before) === partsOf(storedSettings(platform))) return;
  noteScheduleChanged(platform);
  showStatus(platform);
}
