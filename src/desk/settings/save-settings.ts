import { Problem } from "../../core/problem.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Keys } from "../../shop/keys.ts";
import { connect, disconnect } from "../connection/connect.ts";
import { mayChange, operatorOf, responsible } from "../connection/operator.ts";
import { nameless } from "../connection/rules/operator-texts.ts";
import { showStatus } from "../connection/status.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { changeTargets } from "../masters/payment/change-targets.ts";
import { targetList } from "../masters/payment/target-list.ts";
import { storeWebhook } from "../notices/stored-webhook.ts";
import { applyRights } from "../rights/apply-rights.ts";
import { peopleErrors } from "../rights/rules/people-errors.ts";
import { noteSchedule } from "../schedule/note-schedule.ts";
import type { Settings } from "./rules/settings.ts";
import {
  checkedInput,
  type Errors,
  keyErrors,
  type SaveInput,
  type SaveResult,
  targetErrors,
} from "./rules/settings-form.ts";
import { onlyOperator } from "./rules/settings-texts.ts";
import { settingsView } from "./settings-view.ts";
import { storedSettings, storeSettings } from "./stored-settings.ts";

/** Saves all or nothing; what cannot be saved is named by field. What is left out of the input stays as it is. */
export function saveSettings(platform: Platform, raw: unknown): SaveResult {
  if (!mayChange(platform)) return refused(notYours(platform));
  const checked = checkedInput(raw);
  if ("errors" in checked) return refused(checked.errors);
  const { input } = checked;
  const stored = storedKeys(platform);
  const entered = Object.keys(input.keys ?? {}).length > 0;
  const keys = { ...stored, ...input.keys };
  const errors = { ...(entered ? keyErrors(keys) : {}), ...(entered && platform.who === "" ? { form: NAMELESS } : {}) };
  if (Object.keys(errors).length > 0) return refused(errors);
  const kept = storedSettings(platform);
  const wrong = peopleErrors({ ...kept, ...input.settings }, operatorOf(platform) ?? (entered ? platform.who : ""));
  if (Object.keys(wrong).length > 0) return refused(wrong);
  // The sheets first: they are the part that can fail, and then nothing is saved.
  const failed = saveTargets(platform, input.targets) ?? saveOperators(platform, kept, input.settings);
  if (failed !== undefined) return refused(failed);
  const renewed = stored !== undefined && stored.licenseKey !== keys.licenseKey;
  storeSettings(platform, { ...storedSettings(platform), ...(renewed ? NO_EXPIRY : {}), ...input.settings });
  if (entered) connect(platform, keys as Keys);
  noteSchedule(platform, kept);
  if (input.webhook !== undefined) storeWebhook(platform, input.webhook);
  return { saved: true, view: settingsView(platform) };
}

export function deleteKeys(platform: Platform): SaveResult {
  if (!mayChange(platform)) return refused(notYours(platform));
  disconnect(platform);
  storeSettings(platform, { ...storedSettings(platform), ...NO_EXPIRY });
  showStatus(platform);
  return { saved: true, view: settingsView(platform) };
}

/** A date that was typed for one key says nothing of the next. */
const NO_EXPIRY = { licenceExpiry: null };

function saveTargets(platform: Platform, changes: SaveInput["targets"]): Errors | undefined {
  if (changes === undefined || changes.length === 0) return undefined;
  const list = targetList(platform);
  if (list.missing !== "") return { form: list.missing };
  const errors = targetErrors(list.targets, changes);
  if (Object.keys(errors).length > 0) return errors;
  return problemAt("form", () => changeTargets(platform, changes));
}

function saveOperators(platform: Platform, { operators }: Settings, change: SaveInput["settings"]): Errors | undefined {
  if (change?.operators === undefined || change.operators.join() === operators.join()) return undefined;
  return problemAt("operators", () => applyRights(platform, change.operators ?? []));
}

/** What kept `work` from being done, beside the field that asked for it. */
function problemAt(field: string, work: () => void): Errors | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return { [field]: error.message };
    throw error;
  }
}

const notYours = (platform: Platform): Errors => ({ form: onlyOperator(responsible(platform)) });

const NAMELESS = nameless("キーを登録できません");

const refused = (errors: Errors): SaveResult => ({ saved: false, errors });
