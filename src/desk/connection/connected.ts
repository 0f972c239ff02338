import type { Platform } from "../../platform/ports.ts";
import { type Rms, rmsClient } from "../../rms/client/client.ts";
import { keysNeeded, storedKeys } from "../../rms/client/keys.ts";
import { enabledOrProblem, type Settings } from "../settings/rules/settings.ts";
import { operatorOf, storedSettings } from "../settings/stored-settings.ts";

/** Throws Problem("fix") while the operator has switched the connection off. */
export function enabledSettings(platform: Platform): Settings {
  const settings = storedSettings(platform);
  const disabled = enabledOrProblem(settings);
  if (disabled !== undefined) throw disabled;
  return settings;
}

/** RMS with the keys of the person whose execution this is. Throws Problem("fix") where that person has none. */
export function connectedRms(platform: Platform, deadline: Date): Rms {
  const keys = storedKeys(platform.own, platform.spreadsheetId);
  if (keys === undefined) throw keysNeeded(operatorOf(platform));
  return rmsClient({ ...platform, keys, deadline });
}
