import { parsedJson } from "../domain/json.ts";
import { serialOf, startOfDay } from "../domain/jst.ts";
import { expiryOf, type LicenceState, licenceMail, licenceTexts, stageOf, unknownLicence } from "../domain/licence.ts";
import type { Platform } from "../platform/ports.ts";
import type { Rms } from "../rms/client.ts";
import { type StoredKeys, storedKeys } from "../rms/keys.ts";
import { licenseExpiry } from "../rms/license.ts";
import { RmsProblem } from "../rms/rms-problem.ts";
import type { DashboardRow } from "./dashboard-row.ts";
import { storedSettings } from "./stored-settings.ts";

const LICENCE = "licence";
export const LICENCE_ITEM = "ライセンスキー";

export interface LicenceStep {
  /** For ダッシュボード. */
  readonly rows: readonly DashboardRow[];
  /** A sentence for the person at the screen; empty while all is well. */
  readonly warning: string;
}

/**
 * Looks after the end of the licence key: asks RMS once a day, and mails the operator once for each stage of each key.
 * Never throws, so that no job stops for it; without keys there is nothing to say.
 */
export function licenceStep(platform: Platform, rms: Rms, now: Date): LicenceStep {
  const keys = storedKeys(platform.own, platform.spreadsheetId);
  if (keys === undefined) return { rows: [], warning: "" };
  const before = licenceState(platform, keys);
  const known = before.askedOn === today(now) ? before : asked(rms, keys, before, now);
  return settled(platform, withTyped(platform, known), now);
}

/** The same, where the end of the key has just been told (or not) by RMS. */
export function licenceLearned(
  platform: Platform,
  keys: StoredKeys,
  expires: Date | undefined,
  now: Date,
): LicenceStep {
  const before = licenceState(platform, keys);
  const known: LicenceState =
    expires === undefined ? before : { ...before, expires: expires.toISOString(), source: "rms", askedOn: today(now) };
  return settled(platform, withTyped(platform, known), now);
}

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
      askedOn: today(now),
      ...(expires && { expires: expires.toISOString(), source: "rms" as const }),
    };
  } catch (error) {
    if (!(error instanceof RmsProblem)) throw error;
    // A key that is not taken yet may be so within the hour; anything else has time until tomorrow.
    return error.remedy === "wait" && error.status === 401 ? before : { ...before, askedOn: today(now) };
  }
}

/** What RMS says outweighs what people type. */
function withTyped(platform: Platform, state: LicenceState): LicenceState {
  if (state.source === "rms") return state;
  const expires = expiryOf(storedSettings(platform).licenceExpiry ?? "");
  return { ...state, expires: expires?.toISOString() ?? null, source: expires === undefined ? null : "typed" };
}

function settled(platform: Platform, state: LicenceState, now: Date): LicenceStep {
  write(platform, mailed(platform, state, now));
  const { state: word, detail, warning } = licenceTexts(state, now);
  return { rows: [{ item: LICENCE_ITEM, state: word, detail, faults: null, updatedAt: serialOf(now) }], warning };
}

/** Noted before it is sent, so that a run that dies in between never mails twice; what could not be sent is tried again. */
function mailed(platform: Platform, state: LicenceState, now: Date): LicenceState {
  if (state.expires === null) return state;
  const expires = new Date(state.expires);
  const stage = stageOf(expires, now);
  if (stage === "ok" || state.mailed.includes(stage)) return state;
  const noted = { ...state, mailed: [...state.mailed, stage] };
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

const today = (now: Date): string => startOfDay(now).toISOString();

/** Tells one key from the next without holding a part of it. */
const nameOf = ({ savedAt }: StoredKeys): string => savedAt?.toISOString() ?? "";

function licenceState(platform: Platform, keys: StoredKeys): LicenceState {
  const stored = read(platform);
  return stored?.key === nameOf(keys) ? stored : unknownLicence(nameOf(keys));
}

const read = ({ shared }: Platform): LicenceState | undefined =>
  parsedJson(shared.get(LICENCE) ?? "") as LicenceState | undefined;

const write = ({ shared }: Platform, state: LicenceState): void => shared.set(LICENCE, JSON.stringify(state));
