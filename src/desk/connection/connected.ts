import type { Platform } from "../../platform/ports.ts";
import { type Rms, rmsClient } from "../../rms/client/client.ts";
import { keysNeeded } from "./keys-needed.ts";
import { operatorOf } from "./operator.ts";
import { storedKeys } from "./stored-keys.ts";

/** RMS with the keys of the person whose execution this is. Throws Problem("fix") where that person has none. */
export function connectedRms(platform: Platform, deadline: Date): Rms {
  const keys = storedKeys(platform);
  if (keys === undefined) throw keysNeeded(operatorOf(platform));
  return rmsClient({ ...platform, keys, deadline });
}
