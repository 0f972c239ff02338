import { startOfDay } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Rms } from "../../rms/client/client.ts";
import { licenceExpiryOf } from "../../rms/client/licence.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import type { DatedKeys } from "../../shop/keys.ts";
import { storedKeys } from "../connection/stored-keys.ts";
import { type LicenceState, licenceMail, stageOf } from "./rules/licence.ts";
import { licenceOf, storeLicence, withTyped } from "./stored-licence.ts";

/**
 * Looks after the end of the licence key: asks RMS once a day, and mails the operator once for each stage of each date.
 * Never throws, so that no job stops for it; without keys there is nothing to look after.
 */
export function watchLicence(platform: Platform, rms: Rms, now: Date): void {
  const keys = storedKeys(platform);
  if (keys === undefined) return;
  const before = licenceOf(platform, keys);
  keep(platform, before.askedOn === dayOf(now) ? before : asked(rms, keys, before, now), now);
}

/** The same, where RMS has just said when the key ends (or has not). */
export function learnLicence(platform: Platform, keys: DatedKeys, expires: Date | undefined, now: Date): void {
  const before = licenceOf(platform, keys);
  const known: LicenceState =
    expires === undefined ? before : { ...before, expires: expires.toISOString(), source: "rms", askedOn: dayOf(now) };
  keep(platform, known, now);
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

const keep = (platform: Platform, known: LicenceState, now: Date): void =>
  storeLicence(platform, mailed(platform, withTyped(platform, known), now));

/** Stored before it is sent, so that a run that dies in between never mails twice; what could not be sent is tried again. */
function mailed(platform: Platform, state: LicenceState, now: Date): LicenceState {
  if (state.expires === null) return state;
  const expires = new Date(state.expires);
  const stage = stageOf(expires, now);
  const mail = `${dayOf(expires)} ${stage}`;
  if (stage === "ok" || state.mailed.includes(mail)) return state;
  const after = { ...state, mailed: [...state.mailed, mail] };
  storeLicence(platform, after);
  const { subject, body } = licenceMail(stage, expires, platform.spreadsheetId, now);
  try {
    platform.mail(subject, body);
    return after;
  } catch (error) {
    platform.report(error);
    return state;
  }
}

/** The day in Japan. */
const dayOf = (time: Date): string => startOfDay(time).toISOString();
