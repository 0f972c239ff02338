import type { Platform } from "../../platform/ports.ts";
import { enabledOrProblem, readSettings, type Settings } from "./rules/settings.ts";

const SETTINGS = "settings";

type Shared = Pick<Platform, "shared">;

/** Shared by everybody who opens the spreadsheet: settings are no secret, and never hold a key. */
export const storedSettings = ({ shared }: Shared): Settings => readSettings(shared.get(SETTINGS));

export const storeSettings = ({ shared }: Shared, settings: Settings): void =>
  shared.set(SETTINGS, JSON.stringify(settings));

/** Throws Problem("fix") while the operator has switched the connection off. */
export function enabledSettings(platform: Shared): Settings {
  const settings = storedSettings(platform);
  const disabled = enabledOrProblem(settings);
  if (disabled !== undefined) throw disabled;
  return settings;
}
