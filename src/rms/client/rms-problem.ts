import * as z from "zod/mini";
import { parsedJson } from "../../core/json.ts";
import { shortTime } from "../../core/jst.ts";
import { captions } from "../../core/menu-texts.ts";
import { Problem, type Remedy } from "../../core/problem.ts";
import type { HttpResponse } from "../../platform/ports.ts";
import { isPending, KEY_PENDING_MINUTES } from "../../shop/key-age.ts";
import type { Breach, Family } from "./endpoint.ts";
import { fieldOf, isError, type Message, messageSchema } from "./message.ts";
import { type Meaning, meaningOf, misshapenKey, refusedFunction, refusedKey } from "./message-code.ts";

/** What is known of a call that failed: RMS took nothing of it, or nobody can tell. */
export type Effect = "none" | "unknown";

/** Why a call failed, before keys are struck out of it. */
export interface Failure {
  readonly remedy: Remedy;
  readonly message: string;
  readonly status?: number;
  /** RMS's own code; empty when it gave none. */
  readonly code: string;
  readonly effect: Effect;
  /** Everything that RMS found wrong, where it says so by field. */
  readonly said?: readonly Said[];
}

/** One thing that RMS found wrong: its code, and the path of the field. */
export interface Said {
  readonly code: string;
  readonly field: string;
}

/** A call of RMS that failed. */
export class RmsProblem extends Problem {
  readonly status: number | undefined;
  readonly code: string;
  /** Tells whoever sent something that must not be sent twice whether to look first. */
  readonly effect: Effect;
  readonly said: readonly Said[];
  constructor({ remedy, message, status, code, effect, said = [] }: Failure, options?: ErrorOptions) {
    super(remedy, message, options);
    this.status = status;
    this.code = code;
    this.effect = effect;
    this.said = said;
  }
}

/** Who called, and since when the keys are stored. */
export interface Called {
  readonly name: string;
  readonly family: Family;
  readonly savedAt: Date | undefined;
  readonly now: Date;
}

const messages = z.nullish(z.array(messageSchema));
const errorSchema = z.object({
  Results: z.nullish(z.object({ errorCode: z.nullish(z.string()) })),
  errors: z.nullish(
    z.array(
      z.object({
        code: z.nullish(z.string()),
        metadata: z.nullish(z.object({ propertyPath: z.nullish(z.string()) })),
      }),
    ),
  ),
  MessageModelList: messages,
  ResultShippingModelList: z.nullish(z.array(z.object({ MessageModelList: messages }))),
});

/** What a reply that is no success means, and who acts next. */
export function refusal(called: Called, { status, body }: HttpResponse): Failure {
  const said = errorsOf(body);
  const [first = UNSAID] = said;
  const meaning = meaningOf(called.family, first.code) ?? byStatus(status, first.code);
  return { ...failure(called, meaning, first, status, status >= 500 ? "unknown" : "none"), said };
}

/** ERROR messages in a reply that otherwise looks like a success. */
export function refusalBy(called: Called, [first]: readonly Message[], status: number): Failure {
  const said = { code: plain(first?.messageCode), field: fieldOf(first?.message) };
  return failure(called, meaningOf(called.family, said.code) ?? byStatus(400, said.code), said, status, "none");
}

function failure(called: Called, meaning: Meaning, said: Said, status: number, effect: Effect): Failure {
  const { remedy, text } = meaning.gateway ? (freshKey(called) ?? meaning) : meaning;
  return {
    remedy,
    message: text + (isForUs(meaning) ? detail(called.name, status, said.code, said.field) : detail(said.code || status)),
    status,
    code: said.code,
    effect,
  };
}

/** Whom to ask, or where to look in RMS, takes the function's own name; what people mend themselves takes RMS's code at most. */
const isForUs = (meaning: Meaning): boolean => meaning.remedy === "report" || meaning === refusedFunction;

function freshKey({ savedAt, now }: Called): Meaning | undefined {
  if (savedAt === undefined || !isPending(savedAt, now)) return undefined;
  const until = shortTime(new Date(savedAt.getTime() + KEY_PENDING_MINUTES * 60_000));
  return {
    remedy: "wait",
    text:
      `楽天がキーをまだ受け付けません。入力の間違いがないか、RMSの表示と見比べてください。発行した直後のキーは、使えるようになるまで10～${KEY_PENDING_MINUTES}分かかります（保存 ${shortTime(savedAt)}）。` +
      `同じであれば、そのままお待ちください。取得できなかった期間は、次の取得でもれなく取得します。` +
      `${until}を過ぎても続くときは、「${captions.showSettings}」のキーとRMSの「利用機能を編集」を確認してください。`,
  };
}

function byStatus(status: number, code: string): Meaning {
  if (status === 401) return refusedKey;
  if (/^(GA|GK)\d/.test(code)) return misshapenKey;
  if (status === 403) return refusedFunction;
  if (status === 429)
    return { remedy: "wait", text: "楽天への呼び出しが混み合っています。数分おいてからもう一度実行してください。" };
  if (status >= 500)
    return {
      remedy: "wait",
      text: "楽天が応答できない状態です（メンテナンス中の可能性があります）。しばらくしてからもう一度実行してください。",
    };
  return {
    remedy: "report",
    text: "楽天が呼び出しを受け付けませんでした。このメッセージを開発元へお知らせください。",
  };
}

export const noAnswer = (): Failure => ({
  remedy: "wait",
  message: `楽天に接続できませんでした。通信の状態を確認し、しばらくしてからもう一度実行してください。`,
  code: "",
  effect: "unknown",
});

/** Google's own limit on calls to the outside, per person and day (apps-script 2). */
export const outOfQuota = (): Failure => ({
  remedy: "wait",
  message: `Googleが許す1日の通信回数を使い切りました。最長24時間で戻ります。明日もう一度実行してください。`,
  code: "",
  effect: "none",
});

/** A success that cannot be read: the reply changed, or was cut on its way. */
export const unreadable = ({ name }: Called, status: number, field: string): Failure => ({
  remedy: "report",
  message: `楽天の応答の形式が想定と異なります。続くときは、このメッセージを開発元へお知らせください。${detail(name, status, field)}`,
  status,
  code: "",
  effect: "unknown",
});

export const overLimit = ({ name }: Called, { remedy, text }: Breach): Failure => ({
  remedy,
  message: `楽天へ送る前に止めました。${text}${remedy === "report" ? detail(name) : ""}`,
  code: "",
  effect: "none",
});

const detail = (...parts: readonly (string | number)[]): string =>
  `（${parts.filter((part) => part !== "").join(" ")}）`;

const UNSAID: Said = { code: "", field: "" };

/** From whichever of RMS's shapes of error the body has (rms-api 1.4, 1.5). */
function errorsOf(body: string): readonly Said[] {
  const parsed = z.safeParse(errorSchema, parsedJson(body));
  if (!parsed.success) return [];
  const { Results, errors, MessageModelList, ResultShippingModelList } = parsed.data;
  if (Results?.errorCode) return [{ code: plain(Results.errorCode), field: "" }];
  if (errors?.[0]?.code)
    return errors.map(({ code, metadata }) => ({ code: plain(code), field: plain(metadata?.propertyPath) }));
  return [MessageModelList, ...(ResultShippingModelList ?? []).map((each) => each.MessageModelList)]
    .flatMap((list) => list ?? [])
    .filter(isError)
    .map(({ messageCode, message }) => ({ code: plain(messageCode), field: fieldOf(message) }));
}

/** Only what looks like a code or a path is passed on; anything else could be text of somebody's. */
const plain = (text: string | null | undefined): string => (/^[\w.[\]-]{1,100}$/.test(text ?? "") ? (text ?? "") : "");

/** The first thing that a schema missed, as a path. */
export const missed = ([first]: readonly z.core.$ZodIssue[]): string => first?.path.join(".") ?? "";
