import * as z from "zod/mini";
import type { Platform } from "../../platform/ports.ts";
import { stored } from "../../run/stored.ts";
import { SETTINGS } from "../stored-names.ts";
import { defaultSettings, enabledOrProblem, type Settings, settingFields } from "./rules/settings.ts";

/** A value that is missing or no longer valid falls back to its default, the others stay. */
function fieldByField(values: Readonly<Record<string, unknown>>): Settings {
  const entries = Object.entries(settingFields).map(([name, schema]) => {
    const parsed = z.safeParse(schema, values[name]);
    return [name, parsed.success ? parsed.data : defaultSettings[name as keyof Settings]];
  });
  return Object.fromEntries(entries) as Settings;
}

// Not z.catch, which brings code that Apps Script does not take.
const lenient = z.pipe(z.record(z.string(), z.unknown()), z.transform(fieldByField));

const property = stored(SETTINGS, lenient, defaultSettings);

type Shared = Pick<Platform, "shared">;

/** Shared by everybody who opens the spreadsheet: settings are no secret, and never hold a key. */
export const storedSettings = ({ shared }: Shared): Settings => property.read(shared);

export const storeSettings = ({ shared }: Shared, settings: Settings): void => property.write(shared, settings);

export const changeSettings = (platform: Shared, change: (stored: Settings) => Settings): void =>
  storeSettings(platform, change(storedSettings(platform)));

/** Throws Problem("fix") while the operator has switched the connection off. */
export function enabledSettings(platform: Shared): Settings {
  const settings = storedSettings(platform);
  const disabled = enabledOrProblem(settings);
  if (disabled !== undefined) throw disabled;
  return settings;
}
