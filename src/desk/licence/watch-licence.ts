import { startOfDay } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Rms } from "../../rms/client/client.ts";
import { licenceExpiryOf } from "../../rms/client/licence.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import type { DatedKeys } from "../../shop/keys.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { notify } from "../notices/notify.ts";
import { type LicenceState, licenceNews } from "./rules/licence.ts";
import { licenceOf, storeLicence, withTyped } from "./stored-licence.ts";

/**
 * Looks after the end of the licence key: asks RMS once a day, and tells the operator once of each stage of each date.
 * Never throws, so that no job stops for it; without keys there is nothing to look after.
 */
export function watchLicence(platform: Platform, rms: Rms, now: Date): void {
  const keys = storedKeys(platform);
  if (keys === undefined) return;
  const before = licenceOf(platform, keys);
  const known = withTyped(platform, before.askedOn === dayOf(now) ? before : asked(rms, keys, before, now));
  storeLicence(platform, known);
  tell(platform, known, now);
}

/** Where RMS has just said when the key ends (or has not). Whoever asked reads it on the screen; the next run tells it otherwise. */
export function learnLicence(platform: Platform, keys: DatedKeys, expires: Date | undefined, now: Date): void {
  const before = licenceOf(platform, keys);
  const known: LicenceState =
    expires === undefined ? before : { ...before, expires: expires.toISOString(), source: "rms", askedOn: dayOf(now) };
  storeLicence(platform, withTyped(platform, known));
}

function asked(rms: Rms, keys: DatedKeys, before: LicenceState, now: Date): LicenceState {
  try {
    const expires = licenceExpiryOf(rms, keys);
    return {
      ...before,
      askedOn: dayOf(now),
      ...(expires && { expires: expires.toISOString(), source: "rms" as const }),
    };
  } catch (error) {
    if (!(error instanceof RmsProblem)) throw error;
    // A key that is not taken yet may be so within the hour; anything else has time until tomorrow.
    return error.remedy === "wait" && error.status === 401 ? before : { ...before, askedOn: dayOf(now) };
  }
}

/** Told once for each stage of each last day. */
function tell(platform: Platform, { expires }: LicenceState, now: Date): void {
  const news = expires === null ? undefined : licenceNews(new Date(expires), now);
  if (news !== undefined) notify(platform, news);
}

/** The day in Japan. */
const dayOf = (time: Date): string => startOfDay(time).toISOString();
