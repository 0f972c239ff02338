import { Problem } from "../../core/problem.ts";
import type { Platform } from "../../platform/ports.ts";
import { forgetKeys, type StoredKeys, storedKeys, storeKeys } from "../../rms/client/keys.ts";
import type { Keys } from "../../shop/keys.ts";
import { mayChange, operatorOf, removeOperator, setOperator } from "../connection/operator.ts";
import { showStatus } from "../connection/status.ts";
import { forgetCheck, storedCheck } from "../connection/stored-check.ts";
import { forgetLicence, knownLicence, renameLicence } from "../licence/licence.ts";
import { changeTargets } from "../masters/change-targets.ts";
import { targetList } from "../masters/target-list.ts";
import {
  checkedInput,
  type Errors,
  keyErrors,
  type SaveInput,
  type SaveResult,
  type SettingsView,
  targetErrors,
} from "./rules/settings-form.ts";
import { onlyOperator } from "./rules/settings-texts.ts";
import { storedSettings, storeSettings } from "./stored-settings.ts";

/** For everybody who opens the panel; only the operator's execution can see that there are keys. */
export function settingsView(platform: Platform): SettingsView {
  const keys = storedKeys(platform.own, platform.spreadsheetId);
  const { targets, missing } = targetList(platform);
  return {
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
    now: platform.clock.now().toISOString(),
  };
}

/** Saves all or nothing; what cannot be saved is named by field. What is left out of the input stays as it is. */
export function saveSettings(platform: Platform, raw: unknown): SaveResult {
  if (!mayChange(platform)) return refused(notYours(platform));
  const checked = checkedInput(raw);
  if ("errors" in checked) return refused(checked.errors);
  const { input } = checked;
  const stored = storedKeys(platform.own, platform.spreadsheetId);
  const entered = Object.keys(input.keys ?? {}).length > 0;
  const keys = { ...stored, ...input.keys };
  const errors = { ...(entered ? keyErrors(keys) : {}), ...(entered && platform.who === "" ? { form: NAMELESS } : {}) };
  if (Object.keys(errors).length > 0) return refused(errors);
  // The sheet first: it is the part that can fail, and then nothing is saved.
  const failed = saveTargets(platform, input.targets);
  if (failed !== undefined) return refused(failed);
  const renewed = stored !== undefined && stored.licenseKey !== keys.licenseKey;
  storeSettings(platform, { ...storedSettings(platform), ...(renewed ? NO_EXPIRY : {}), ...input.settings });
  if (entered) connect(platform, keys as Keys, stored);
  return { saved: true, view: settingsView(platform) };
}

/** The spreadsheet is free again for whoever enters keys next. */
export function deleteKeys(platform: Platform): SaveResult {
  if (!mayChange(platform)) return refused(notYours(platform));
  forgetKeys(platform.own, platform.spreadsheetId);
  forgetLicence(platform);
  forgetCheck(platform);
  removeOperator(platform);
  storeSettings(platform, { ...storedSettings(platform), ...NO_EXPIRY });
  showStatus(platform);
  return { saved: true, view: settingsView(platform) };
}

/** A date that was typed for one key says nothing of the next. */
const NO_EXPIRY = { licenceExpiry: null };

function connect(platform: Platform, keys: Keys, before: StoredKeys | undefined): void {
  storeKeys(platform.own, platform.spreadsheetId, keys, platform.clock.now());
  setOperator(platform, platform.who);
  const sameLicence = before?.licenseKey === keys.licenseKey;
  if (sameLicence && before.serviceSecret === keys.serviceSecret) return;
  // What the last check said was said of other keys.
  forgetCheck(platform);
  const after = storedKeys(platform.own, platform.spreadsheetId);
  if (sameLicence && after !== undefined) renameLicence(platform, before, after);
  else forgetLicence(platform);
}

function saveTargets(platform: Platform, changes: SaveInput["targets"]): Errors | undefined {
  if (changes === undefined || changes.length === 0) return undefined;
  const list = targetList(platform);
  if (list.missing !== "") return { form: list.missing };
  const errors = targetErrors(list.targets, changes);
  if (Object.keys(errors).length > 0) return errors;
  try {
    changeTargets(platform, changes);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return { form: error.message };
    throw error;
  }
}

const notYours = (platform: Platform): Errors => ({ form: onlyOperator(operatorOf(platform) as string) });

const NAMELESS =
  "Googleアカウントのメールアドレスを確認できないため、キーを登録できません。もう一度メニューから開き、アクセスを許可してください。";

const refused = (errors: Errors): SaveResult => ({ saved: false, errors });
