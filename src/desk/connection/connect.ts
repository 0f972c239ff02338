import type { Platform } from "../../platform/ports.ts";
import type { Keys } from "../../shop/keys.ts";
import { forgetLicence, renameLicence } from "../licence/stored-licence.ts";
import { storeWebhook } from "../notices/stored-webhook.ts";
import { removeOperator, setOperator } from "./operator.ts";
import { forgetCheck } from "./stored-check.ts";
import { forgetKeys, storedKeys, storeKeys } from "./stored-keys.ts";

/** Makes whoever runs the operator of this spreadsheet, with these keys. */
export function connect(platform: Platform, keys: Keys): void {
  const before = storedKeys(platform);
  storeKeys(platform, keys, platform.clock.now());
  setOperator(platform, platform.who);
  const sameLicence = before?.licenseKey === keys.licenseKey;
  if (sameLicence && before.serviceSecret === keys.serviceSecret) return;
  // What the last check said was said of other keys.
  forgetCheck(platform);
  const after = storedKeys(platform);
  if (sameLicence && after !== undefined) renameLicence(platform, before, after);
  else forgetLicence(platform);
}

/** The spreadsheet is free again for whoever enters keys next. */
export function disconnect(platform: Platform): void {
  forgetKeys(platform);
  storeWebhook(platform, null);
  forgetLicence(platform);
  forgetCheck(platform);
  removeOperator(platform);
}
