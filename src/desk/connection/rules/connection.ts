import { isPending, KEY_PENDING_MINUTES } from "../../../shop/key-age.ts";
import { KEY_PAGE } from "../../settings/rules/settings-texts.ts";

/** The functions of RMS WEB SERVICE that the product needs, named as RMS shows them under 利用機能編集. */
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
  if (answer.status === 401 || /^(GA|GK|ES01)/.test(answer.code)) return "refused";
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

/** The state in a word, and who does what about it. */
export const stateTexts: Readonly<Record<FunctionState, { readonly label: string; readonly cure: string }>> = {
  usable: { label: "利用できます", cure: "" },
  off: {
    label: "RMSで未設定",
    cure: "RMSの「店舗様向け情報・サービス」→「WEB APIサービス」→「利用設定」→「利用機能編集」で、この機能を「利用する」にしてください。",
  },
  wrongKey: {
    label: "キーが違います",
    cure: `${KEY_PAGE}に表示されているサービスシークレットとライセンスキーを、もう一度登録してください（RMSで更新したときは新しいキー）。`,
  },
  expiredKey: {
    label: "キーの期限切れ",
    cure: `${KEY_PAGE}でライセンスキーを更新し、新しいキーを登録してください。`,
  },
  freshKey: {
    label: "キーがまだ使えません",
    cure: `新しいライセンスキーは、使えるようになるまで最長${KEY_PENDING_MINUTES}分かかります。時間をおいてもう一度確認してください。それでも使えないときは、キーをRMSの表示と見比べてください。`,
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

/** One sentence on the whole check. */
export function checkSummary(check: ConnectionCheck): string {
  if (isFine(check)) return "すべての機能を利用できます。";
  const bad = check.results.filter(({ state }) => state !== "usable");
  return `${check.results.length}件中${bad.length}件の機能を利用できません。`;
}

/** Each thing to do once, whatever number of functions ask for it. */
export const curesOf = ({ results }: ConnectionCheck): string[] =>
  [...new Set(results.map(({ state }) => stateTexts[state].cure))].filter((cure) => cure !== "");

/** What the panel hears of a check: the check itself, or why there was none. */
export type CheckResult =
  | { readonly checked: true; readonly check: ConnectionCheck }
  | { readonly checked: false; readonly message: string };
