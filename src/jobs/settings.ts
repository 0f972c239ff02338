import * as z from "zod/mini";
import { keysSchema } from "../domain/keys.ts";
import {
  defaultSettings,
  readSettings,
  type SaveResult,
  type SettingsView,
  settingsSchema,
} from "../domain/settings.ts";
import type { Platform } from "../platform/ports.ts";
import { storedKeys, storeKeys } from "../rms/keys.ts";
import { OPERATOR, SETTINGS } from "./run.ts";

/** Keys are optional: an empty field leaves the stored one as it is. */
const input = z.object({
  settings: settingsSchema,
  keys: z.partial(keysSchema),
});

export function settingsView({ own, shared, spreadsheetId, who }: Platform): SettingsView {
  const keys = storedKeys(own, spreadsheetId);
  return {
    settings: readSettings(shared.get(SETTINGS) ?? JSON.stringify(defaultSettings)),
    serviceSecret: keys === undefined ? null : keys.serviceSecret.slice(-4),
    licenseKey: keys === undefined ? null : keys.licenseKey.slice(-4),
    operator: shared.get(OPERATOR) ?? "",
    who,
  };
}

/** Saves all or nothing; what cannot be saved is named by field. Only the operator changes a spreadsheet that is connected. */
export function saveSettings(platform: Platform, raw: unknown): SaveResult {
  const { own, shared, spreadsheetId, who } = platform;
  const operator = shared.get(OPERATOR);
  if (operator !== undefined && operator !== who)
    return refused({ form: `設定を変更できるのは ${operator} さんだけです。` });
  const parsed = z.safeParse(input, raw);
  if (!parsed.success)
    return refused(
      Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[issue.path.length - 1] ?? "form"), issue.message]),
      ),
    );
  const keys = { ...storedKeys(own, spreadsheetId), ...parsed.data.keys };
  const complete = z.safeParse(keysSchema, keys);
  if (!complete.success)
    return refused(Object.fromEntries(complete.error.issues.map((issue) => [String(issue.path[0]), issue.message])));
  storeKeys(own, spreadsheetId, complete.data, platform.clock.now());
  shared.set(SETTINGS, JSON.stringify(parsed.data.settings));
  shared.set(OPERATOR, who);
  return { saved: true, view: settingsView(platform) };
}

const refused = (errors: Readonly<Record<string, string>>): SaveResult => ({ saved: false, errors });
