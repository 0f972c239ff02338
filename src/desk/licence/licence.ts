import { parsedJson } from "../../core/json.ts";
import { serialOf, startOfDay } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Rms } from "../../rms/client/client.ts";
import { type StoredKeys, storedKeys } from "../../rms/client/keys.ts";
import { licenseExpiry } from "../../rms/client/license.ts";
import { RmsProblem } from "../../rms/client/rms-problem.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { operatorOf } from "../connection/operator.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import {
  expiryOf,
  type LicenceState,
  licenceMail,
  licenceTexts,
  noLicence,
  stageOf,
  unknownLicence,
} from "./rules/licence.ts";

const LICENCE = "licence";

/**
 * Looks after the end of the licence key: asks RMS once a day, and mails the operator once for each stage of each date.
 * Never throws, so that no job stops for it; without keys there is nothing to look after.
 */
export function watchLicence(platform: Platform, rms: Rms, now: Date): void {
  const keys = storedKeys(platform.own, platform.spreadsheetId);
  if (keys === undefined) return;
  const before = licenceState(platform, keys);
  settle(platform, before.askedOn === dayOf(now) ? before : asked(rms, keys, before, now), now);
}

/** The same, where the end of the key has just been told (or not) by RMS. */
export function licenceLearned(platform: Platform, keys: StoredKeys, expires: Date | undefined, now: Date): void {
  const before = licenceState(platform, keys);
  const known: LicenceState =
    expires === undefined ? before : { ...before, expires: expires.toISOString(), source: "rms", askedOn: dayOf(now) };
  settle(platform, known, now);
}

/** For ダッシュボード, whoever runs. */
export function licenceRow(platform: Platform, now: Date): DashboardRow {
  const { state, detail } = textsOf(platform, now);
  return { item: "ライセンスキー", state, detail, faults: null, updatedAt: serialOf(now) };
}

/** A sentence for the person at the screen; empty while all is well. */
export const licenceWarning = (platform: Platform, now: Date): string => textsOf(platform, now).warning;

const textsOf = (platform: Platform, now: Date) =>
  operatorOf(platform) === undefined ? noLicence : licenceTexts(knownLicence(platform), now);

/** What is known of the key in use, for the panel: everybody may see it, and it says nothing of the key itself. */
export function knownLicence(platform: Platform): Pick<LicenceState, "expires" | "source"> {
  const { expires, source } = withTyped(platform, read(platform) ?? unknownLicence(""));
  return { expires, source };
}

/** The key stayed and only its name changed: a new service secret makes no new licence. */
export function renameLicence(platform: Platform, from: StoredKeys, to: StoredKeys): void {
  const stored = read(platform);
  if (stored !== undefined && stored.key === nameOf(from)) write(platform, { ...stored, key: nameOf(to) });
}

export const forgetLicence = ({ shared }: Platform): void => shared.remove(LICENCE);

function asked(rms: Rms, keys: StoredKeys, before: LicenceState, now: Date): LicenceState {
  try {
    const expires = licenseExpiry(rms, keys);
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

/** What RMS says outweighs what people type. */
function withTyped(platform: Platform, state: LicenceState): LicenceState {
  if (state.source === "rms") return state;
  const expires = expiryOf(storedSettings(platform).licenceExpiry ?? "");
  return { ...state, expires: expires?.toISOString() ?? null, source: expires === undefined ? null : "typed" };
}

const settle = (platform: Platform, known: LicenceState, now: Date): void =>
  write(platform, mailed(platform, withTyped(platform, known), now));

/** Noted before it is sent, so that a run that dies in between never mails twice; what could not be sent is tried again. */
function mailed(platform: Platform, state: LicenceState, now: Date): LicenceState {
  if (state.expires === null) return state;
  const expires = new Date(state.expires);
  const stage = stageOf(expires, now);
  const mail = `${dayOf(expires)} ${stage}`;
  if (stage === "ok" || state.mailed.includes(mail)) return state;
  const noted = { ...state, mailed: [...state.mailed, mail] };
  write(platform, noted);
  const { subject, body } = licenceMail(stage, expires, platform.spreadsheetId, now);
  try {
    platform.mail(subject, body);
    return noted;
  } catch (error) {
    platform.report(error);
    return state;
  }
}

/** The day in Japan. */
const dayOf = (time: Date): string => startOfDay(time).toISOString();

/** Tells one key from the next without holding a part of it. */
const nameOf = ({ savedAt }: StoredKeys): string => savedAt?.toISOString() ?? "";

function licenceState(platform: Platform, keys: StoredKeys): LicenceState {
  const stored = read(platform);
  return stored?.key === nameOf(keys) ? stored : unknownLicence(nameOf(keys));
}

const read = ({ shared }: Platform): LicenceState | undefined =>
  parsedJson(shared.get(LICENCE) ?? "") as LicenceState | undefined;

const write = ({ shared }: Platform, state: LicenceState): void => shared.set(LICENCE, JSON.stringify(state));
