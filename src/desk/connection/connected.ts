import type { Platform } from "../../platform/ports.ts";
import { type Rms, rmsClient } from "../../rms/client/client.ts";
import { keysNeeded, storedKeys } from "../../rms/client/keys.ts";
import { operatorOf } from "./operator.ts";

/** RMS with the keys of the person whose execution this is. Throws Problem("fix") where that person has none. */
export function connectedRms(platform: Platform, deadline: Date): Rms {
  const keys = storedKeys(platform.own, platform.spreadsheetId);
  if (keys === undefined) throw keysNeeded(operatorOf(platform));
  return rmsClient({ ...platform, keys, deadline });
}
