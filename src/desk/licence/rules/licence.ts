import { DAY, dateText, instantOfWall, serialOf, startOfDay } from "../../../core/jst.ts";
import { captions, inMenu } from "../../../core/menu-texts.ts";
import type { News } from "../../../core/news.ts";
import { KEY_PENDING_MINUTES } from "../../../shop/key-age.ts";
import { KEY_PAGE } from "../../../shop/rms-screens.ts";

/** How near the end of the licence key is: `ok`, at most so many days, or past. A key lives 90 days (rms-api 1.2). */
export type LicenceStage = "ok" | 14 | 7 | 3 | 1 | "expired";

const STEPS = [1, 3, 7, 14] as const;

/** A key works until the last second of its last day in Japan; undefined when `lastDay` (`2026-11-24`) is no day. */
export function expiryOf(lastDay: string): Date | undefined {
  const start = instantOfWall(lastDay);
  return start === undefined ? undefined : new Date(startOfDay(start, -1).getTime() - 1000);
}

/** Whole days in Japan until the last day; 0 on that day, negative after it. */
export const daysLeft = (expires: Date, now: Date): number =>
  Math.round((startOfDay(expires).getTime() - startOfDay(now).getTime()) / DAY);

export function stageOf(expires: Date, now: Date): LicenceStage {
  // RMS tells whole seconds: the key works to the end of the last one.
  if (now.getTime() >= Math.floor(expires.getTime() / 1000) * 1000 + 1000) return "expired";
  const left = daysLeft(expires, now);
  return STEPS.find((step) => left <= step) ?? "ok";
}

/** What is known of the licence key's end. Kept with the spreadsheet; `key` names the key without being one. */
export interface LicenceState {
  readonly key: string;
  /** ISO 8601; null while nobody has told. */
  readonly expires: string | null;
  readonly source: "rms" | "typed" | null;
  /** Day in Japan on which RMS was last asked. */
  readonly askedOn: string;
}

export const unknownLicence = (key: string): LicenceState => ({
  key,
  expires: null,
  source: null,
  askedOn: "",
});

/** What `licenceTexts` says while nobody has connected. */
export const noLicence = {
  state: "未登録",
  detail: `楽天のキーが登録されていません。${inMenu(captions.showSettings)}で登録してください。`,
  warning: "",
};

const CURE = `${KEY_PAGE}でライセンスキーを更新し、${inMenu(captions.showSettings)}で新しいキーを登録してください。新しいキーは使えるようになるまで最長${KEY_PENDING_MINUTES}分かかります。`;

/** For the dashboard, the toast and the panel. */
export function licenceTexts({ expires, source }: Pick<LicenceState, "expires" | "source">, now: Date) {
  if (expires === null)
    return {
      state: "不明",
      detail: `有効期限が分かりません。RMSで「license.expiryDate.get」を利用中にするか、「${captions.showSettings}」で有効期限を入力してください。`,
      warning: "",
    };
  const end = new Date(expires);
  const stage = stageOf(end, now);
  const day = dateText(serialOf(end));
  if (stage === "expired")
    return {
      state: "期限切れ",
      detail: `${day}に有効期限が切れました。${CURE}`,
      warning: `ライセンスキーの有効期限が${day}に切れました。${CURE}`,
    };
  const left = daysLeft(end, now);
  const rest = left === 0 ? "本日まで" : `あと${left}日`;
  const origin = source === "rms" ? "" : "（入力された日付）";
  if (stage === "ok") return { state: "有効", detail: `${day}まで（${rest}）${origin}`, warning: "" };
  return {
    state: "更新が必要",
    detail: `${day}まで（${rest}）${origin}。${CURE}`,
    warning: `ライセンスキーの有効期限が近づいています（${day}、${rest}）。${CURE}`,
  };
}

/** What the operator is told of a stage, once for each last day: a date that is corrected begins anew. Undefined while all is well. */
export function licenceNews(expires: Date, now: Date): News | undefined {
  const stage = stageOf(expires, now);
  if (stage === "ok") return undefined;
  const { warning } = licenceTexts({ expires: expires.toISOString(), source: "rms" }, now);
  return { kind: "licence", items: [], about: `${dateText(serialOf(expires))} ${stage}`, text: `${warning}${STOPS}` };
}

const STOPS =
  "期限が切れると、取得と送信が止まります。取り込み済みの内容は残り、新しいキーを登録すると続きから取得します。";
