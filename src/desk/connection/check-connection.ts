import type { Platform } from "../../platform/ports.ts";
import { type Rms, rmsClient } from "../../rms/client/client.ts";
import { deadlineOf } from "../../run/budget.ts";
import type { DatedKeys } from "../../shop/keys.ts";
import { knownLicence } from "../licence/stored-licence.ts";
import { learnLicence } from "../licence/watch-licence.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { answerTo, harmlessCalls } from "./harmless-calls.ts";
import { keysNeeded } from "./keys-needed.ts";
import { mayChange, operatorOf } from "./operator.ts";
import {
  type Answer,
  type CheckResult,
  type ConnectionCheck,
  checkSummary,
  curesOf,
  doubtsOf,
  type FunctionName,
  isKeyRefused,
  judge,
  type KeyAge,
  stateTexts,
} from "./rules/connection.ts";
import { showStatus } from "./status.ts";
import { storeCheck } from "./stored-check.ts";
import { storedKeys } from "./stored-keys.ts";

/** Asks every function that the product needs once, in a way that changes nothing at the shop. */
export function checkConnection(platform: Platform): CheckResult {
  const keys = storedKeys(platform);
  if (keys === undefined || !mayChange(platform))
    return { checked: false, message: keysNeeded(operatorOf(platform)).message };
  const started = platform.clock.now();
  const rms = rmsClient({ ...platform, keys });
  let expiry: Date | undefined;
  const onExpiry = (expires: Date | undefined) => {
    expiry = expires;
  };
  const calls = harmlessCalls(keys, started, onExpiry, storedSettings(platform));
  const deadline = deadlineOf(started, "panel");
  const inTime = () => platform.clock.now() < deadline;
  const answers = answersOf(calls, rms, inTime);
  const now = platform.clock.now();
  const found = { at: now.toISOString(), results: judge(answers, ageOf(platform, keys), now) };
  const check = isKeyRefused(found) ? { ...found, doubts: doubtsOf(keys) } : found;
  storeCheck(platform, check);
  learnLicence(platform, keys, expiry, now);
  showStatus(platform);
  return { checked: true, check };
}

/** A key of which RMS has told the end was taken once: it is not too new any more. */
function ageOf(platform: Platform, { savedAt }: DatedKeys): KeyAge {
  const { expires, source } = knownLicence(platform);
  return {
    savedAt: source === "rms" ? undefined : savedAt,
    expires: expires === null ? undefined : new Date(expires),
  };
}

/** The whole result in words, for those who check from the menu. */
export const checkText = (check: ConnectionCheck): string =>
  [
    checkSummary(check),
    "",
    ...check.results.map(({ name, state }) => `${state === "usable" ? "✓" : "！"} ${name}: ${stateTexts[state].label}`),
    ...curesOf(check).flatMap((cure) => ["", cure]),
  ].join("\n");

/** All functions live on one host: when it was silent twice, it is not asked six times more. */
const SILENCES = 2;

/** What there is no time left to ask counts as not answered. */
function answersOf(calls: ReturnType<typeof harmlessCalls>, rms: Rms, inTime: () => boolean): [FunctionName, Answer][] {
  let silent = 0;
  return calls.map(([name, call]) => {
    const answer = silent < SILENCES && inTime() ? answerTo(call, rms) : "none";
    silent = answer === "none" ? silent + 1 : 0;
    return [name, answer];
  });
}
