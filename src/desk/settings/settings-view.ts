import type { Platform } from "../../platform/ports.ts";
import { mayChange, operatorOf } from "../connection/operator.ts";
import { storedCheck } from "../connection/stored-check.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { knownLicence } from "../licence/stored-licence.ts";
import { targetList } from "../masters/payment/target-list.ts";
import { webhookShown } from "../notices/stored-webhook.ts";
import { automationView } from "../schedule/automation-view.ts";
import type { SettingsView } from "./rules/settings-form.ts";
import { storedSettings } from "./stored-settings.ts";

/** For everybody who opens the panel; only the operator's execution can see that there are keys. */
export function settingsView(platform: Platform): SettingsView {
  const keys = storedKeys(platform);
  const { targets, missing } = targetList(platform);
  return {
    spreadsheetId: platform.spreadsheetId,
    settings: storedSettings(platform),
    serviceSecret: keys === undefined ? null : keys.serviceSecret.slice(-4),
    licenseKey: keys === undefined ? null : keys.licenseKey.slice(-4),
    operator: operatorOf(platform) ?? "",
    who: platform.who,
    editable: mayChange(platform),
    targets,
    targetsMissing: missing,
    check: storedCheck(platform) ?? null,
    licence: knownLicence(platform),
    automation: automationView(platform),
    webhook: webhookShown(platform),
    now: platform.clock.now().toISOString(),
  };
}
