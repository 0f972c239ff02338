import * as v from "valibot";
import {
  type Answer,
  type CheckResult,
  type ConnectionCheck,
  checkSummary,
  curesOf,
  type FunctionName,
  isFine,
  judge,
  type KeyAge,
  neededFunctions,
  stateTexts,
} from "../domain/connection.ts";
import { parsedJson } from "../domain/json.ts";
import { serialOf } from "../domain/jst.ts";
import type { Platform } from "../platform/ports.ts";
import { type Rms, rmsClient } from "../rms/client.ts";
import { answerTo, harmlessCalls } from "../rms/harmless-calls.ts";
import { keysNeeded, type StoredKeys, storedKeys } from "../rms/keys.ts";
import type { DashboardRow } from "./dashboard-row.ts";
import { knownLicence, licenceLearned } from "./licence.ts";
import { mayChange, operatorOf } from "./stored-settings.ts";

const CHECK = "connection";
export const CONNECTION_ITEM = "楽天との接続";

/** Asks every function that the product needs once, in a way that changes nothing at the shop. */
export function checkConnection(platform: Platform): CheckResult {
  const keys = storedKeys(platform.own, platform.spreadsheetId);
  if (keys === undefined || !mayChange(platform))
    return { checked: false, message: keysNeeded(operatorOf(platform)).message };
  const started = platform.clock.now();
  const rms = rmsClient({ ...platform, keys });
  let told: Date | undefined;
  const calls = harmlessCalls(keys, started, (expires) => {
    told = expires;
  });
  const answers = answersOf(calls, rms);
  const now = platform.clock.now();
  const check = { at: now.toISOString(), results: judge(answers, ageOf(platform, keys), now) };
  platform.shared.set(CHECK, JSON.stringify(check));
  licenceLearned(platform, keys, told, now);
  return { checked: true, check };
}

/** A key of which RMS has told the end was taken once: it is not too new any more. */
function ageOf(platform: Platform, { savedAt }: StoredKeys): KeyAge {
  const { expires, source } = knownLicence(platform);
  return {
    savedAt: source === "rms" ? undefined : savedAt,
    expires: expires === null ? undefined : new Date(expires),
  };
}

/** The last check; everybody may see it. */
export function storedCheck({ shared }: Pick<Platform, "shared">): ConnectionCheck | undefined {
  const parsed = v.safeParse(checkSchema, parsedJson(shared.get(CHECK) ?? ""));
  return parsed.success ? parsed.output : undefined;
}

export const forgetCheck = ({ shared }: Pick<Platform, "shared">): void => shared.remove(CHECK);

/** For ダッシュボード. */
export function connectionRow(platform: Pick<Platform, "shared">): DashboardRow {
  const check = storedCheck(platform);
  const row = { item: CONNECTION_ITEM, faults: null };
  if (check === undefined) return { ...row, state: "未確認", detail: UNCHECKED, updatedAt: null };
  return {
    ...row,
    state: isFine(check) ? "正常" : "要対応",
    detail: [checkSummary(check), ...curesOf(check)].join("\n"),
    updatedAt: serialOf(new Date(check.at)),
  };
}

const UNCHECKED = "メニュー「API連携登録」→「接続を確認」で、必要な機能をすべて利用できるか確認してください。";

/** The whole result in words, for those who check from the menu. */
export const checkText = (check: ConnectionCheck): string =>
  [
    checkSummary(check),
    "",
    ...check.results.map(({ name, state }) => `${state === "usable" ? "✓" : "！"} ${name}: ${stateTexts[state].label}`),
    ...curesOf(check).flatMap((cure) => ["", cure]),
  ].join("\n");

const checkSchema = v.object({
  at: v.string(),
  results: v.array(
    v.object({
      name: v.picklist(neededFunctions.map(({ name }) => name) as [FunctionName, ...FunctionName[]]),
      state: v.picklist(Object.keys(stateTexts) as [keyof typeof stateTexts, ...(keyof typeof stateTexts)[]]),
      detail: v.string(),
    }),
  ),
});

/** All functions live on one host: when it was silent twice, it is not asked six times more. */
const SILENCES = 2;

function answersOf(calls: ReturnType<typeof harmlessCalls>, rms: Rms): [FunctionName, Answer][] {
  let silent = 0;
  return calls.map(([name, call]) => {
    const answer = silent < SILENCES ? answerTo(call, rms) : "none";
    silent = answer === "none" ? silent + 1 : 0;
    return [name, answer];
  });
}
