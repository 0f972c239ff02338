import { isPending, KEY_PENDING_MINUTES } from "../../../shop/key-age.ts";
import { type KeyName, keyDoubt, keyLabels, keyNames } from "../../../shop/key-form.ts";
import type { Keys } from "../../../shop/keys.ts";
import { functionSteps, KEY_PAGE, keySteps, numbered } from "../../../shop/rms-screens.ts";

/** The functions of RMS WEB SERVICE that the product needs, named as RMS shows them under 利用機能一覧. */
export const neededFunctions = [
  { name: "rpay.order.searchOrder", use: "出荷指示・在庫の取得" },
  { name: "rpay.order.getOrder", use: "出荷指示・在庫の取得" },
  { name: "rpay.order.updOrdShipAsync", use: "出荷実績の送信" },
  { name: "rpay.order.getResUpdOrdShipAsync", use: "出荷実績の確認" },
  { name: "navigation.genre.get", use: "商品マスタのジャンル名" },
  { name: "items.search", use: "商品マスタの取得" },
  { name: "inventories.bulk.get", use: "楽天在庫数の取得" },
  { name: "inventories.bulk.upsert", use: "楽天の在庫の更新" },
  { name: "license.expiryDate.get", use: "ライセンスキーの有効期限" },
] as const;

export type FunctionName = (typeof neededFunctions)[number]["name"];

/** What came back for a harmless call: the HTTP status with RMS's own code (empty where it gave none), or nothing at all. */
export type Answer = { readonly status: number; readonly code: string } | "none";

export type FunctionState = "usable" | "off" | "wrongKey" | "expiredKey" | "freshKey" | "unreachable" | "unclear";

/** What is known of the licence key that was used. */
export interface KeyAge {
  readonly savedAt: Date | undefined;
  readonly expires: Date | undefined;
}

export interface CheckedFunction {
  readonly name: FunctionName;
  readonly state: FunctionState;
  /** The answer in short, for the one who has to ask Rakuten about it. */
  readonly detail: string;
}

/** One check of all functions; kept with the spreadsheet, so everybody sees the last one. */
export interface ConnectionCheck {
  /** ISO 8601. */
  readonly at: string;
  readonly results: readonly CheckedFunction[];
  /** What is unusual about the form of the keys that were refused; no part of them. */
  readonly doubts?: readonly string[] | undefined;
}

/** RMS answers an expired, an unknown and a new key alike; what we know of the key's age tells them apart. */
export function judge(
  answers: readonly (readonly [FunctionName, Answer])[],
  key: KeyAge,
  now: Date,
): readonly CheckedFunction[] {
  const proven = answers.some(([, answer]) => reaction(answer) === "usable");
  return answers.map(([name, answer]) => {
    const state = reaction(answer);
    // A key that works for one function is a good key: the other one is closed to it.
    const refused = proven ? "off" : keyState(key, now);
    return { name, state: state === "refused" ? refused : state, detail: detailOf(answer) };
  });
}

function reaction(answer: Answer): FunctionState | "refused" {
  if (answer === "none" || answer.status >= 500 || answer.status === 429) return "unreachable";
  // Not of a key's form: it was mistyped, however new it is.
  if (answer.code.startsWith("GK")) return "wrongKey";
  if (answer.status === 401 || /^(GA|ES01)/.test(answer.code)) return "refused";
  // Which words RMS has for a function that is switched off is not public; these are read so by other clients (rms-api 1.4).
  if (answer.status === 403 || answer.code === "ES04-01") return "off";
  if (/^(GF|GE0007|ES04)/.test(answer.code) || answer.status === 404 || answer.status === 405) return "unclear";
  return "usable";
}

function keyState({ savedAt, expires }: KeyAge, now: Date): FunctionState {
  if (expires !== undefined && now > expires) return "expiredKey";
  return savedAt !== undefined && isPending(savedAt, now) ? "freshKey" : "wrongKey";
}

const detailOf = (answer: Answer): string =>
  answer === "none" ? "応答なし" : [answer.status, answer.code].filter(Boolean).join(" ");

/** What is unusual about the form of keys that were refused. */
export const doubtsOf = (keys: Keys): string[] =>
  keyNames.flatMap((name: KeyName) => {
    const doubt = keyDoubt(keys[name]);
    return doubt === "" ? [] : [`${keyLabels[name]}: ${doubt}`];
  });

const COMPARE = "サービスシークレットとライセンスキーを、先頭から末尾まで1文字ずつRMSの表示と見比べてください";

/** The state in a word, and who does what about it. */
export const stateTexts: Readonly<Record<FunctionState, { readonly label: string; readonly cure: string }>> = {
  usable: { label: "利用できます", cure: "" },
  off: {
    label: "RMSで未設定",
    cure: `RMSで、利用できない機能を利用中にしてください。\n${numbered(functionSteps)}`,
  },
  wrongKey: {
    label: "キーが違います",
    cure: `${COMPARE}（RMSで更新したときは新しいキー）。違うときは登録し直してください。\n${numbered(keySteps)}`,
  },
  expiredKey: {
    label: "キーの期限切れ",
    cure: `${KEY_PAGE}でライセンスキーを更新し、新しいキーを登録してください。`,
  },
  freshKey: {
    label: "キーがまだ使えません",
    cure: `まず、入力の間違いがないか、${COMPARE}。同じであれば、そのままお待ちください。新しいライセンスキーは、使えるようになるまで最長${KEY_PENDING_MINUTES}分かかります。\n${numbered(keySteps)}`,
  },
  unreachable: {
    label: "接続できません",
    cure: "楽天が応答しませんでした（混雑やメンテナンスの可能性があります）。しばらくしてからもう一度確認してください。",
  },
  unclear: {
    label: "確認できません",
    cure: "楽天の応答が想定と異なります。続くときは、この画面の内容を開発元へお知らせください。",
  },
};

export const isFine = ({ results }: ConnectionCheck): boolean => results.every(({ state }) => state === "usable");

const KEY_STATES: readonly FunctionState[] = ["wrongKey", "expiredKey", "freshKey"];

/** Rakuten takes none of the calls, since it does not take the keys. */
export const isKeyRefused = ({ results }: ConnectionCheck): boolean =>
  results.some(({ state }) => KEY_STATES.includes(state));

/** How people call a connection of which this is the last check. */
export const KEY_REFUSED = "キーが使えません";

/** One sentence on the whole check. */
export function checkSummary(check: ConnectionCheck): string {
  if (isFine(check)) return "すべての機能を利用できます。";
  const bad = check.results.filter(({ state }) => state !== "usable");
  const refused = bad.find(({ state }) => KEY_STATES.includes(state));
  if (refused !== undefined) return `${KEY_REFUSED}（${reasons[refused.state] ?? ""}）。`;
  return `${check.results.length}件中${bad.length}件の機能を利用できません。`;
}

const reasons: Partial<Record<FunctionState, string>> = {
  wrongKey: "楽天のキーと違います",
  expiredKey: "期限切れです",
  freshKey: "入力の間違いか、発行したばかりのキーです",
};

/** Each thing to do once, whatever number of functions ask for it; what looks like a typo before what takes time. */
export const curesOf = ({ results, doubts = [] }: ConnectionCheck): string[] => [
  ...doubts,
  ...[...new Set(results.map(({ state }) => stateTexts[state].cure))].filter((cure) => cure !== ""),
];

/** What the panel hears of a check: the check itself, or why there was none. */
export type CheckResult =
  | { readonly checked: true; readonly check: ConnectionCheck }
  | { readonly checked: false; readonly message: string };
