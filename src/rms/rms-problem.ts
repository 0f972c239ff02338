import * as z from "zod/mini";
import { Problem } from "../domain/problem.ts";
import type { HttpResponse } from "../platform/ports.ts";
import { messagesSchema } from "./message.ts";

const gatewaySchema = z.object({
  Results: z.nullish(z.object({ errorCode: z.nullish(z.string()) })),
  errors: z.nullish(z.array(z.object({ code: z.nullish(z.string()) }))),
});

const KEY_CURE =
  "「API接続設定」のサービスシークレットとライセンスキーをRMSの表示と見比べ、期限切れなら更新してください。" +
  "更新した直後のキーは、使えるようになるまで最長90分かかります。";
const SWITCH_CURE = "RMSの「WEB APIサービス」→「利用機能編集」で、この機能が利用中になっているか確認してください。";

/** What a reply that is no success means, and who acts next. `name` is the RMS function. */
export function problemOf(name: string, { status, body }: HttpResponse): Problem {
  const code = errorCode(body);
  const detail = `（${name} ${status}${code === "" ? "" : ` ${code}`}）`;
  if (status === 401 || /^(GA|GK)/.test(code))
    return new Problem("fix", `楽天がキーを受け付けませんでした。${KEY_CURE}${detail}`);
  if (code === "ES04-01" || status === 403)
    return new Problem("fix", `楽天がこの機能の呼び出しを断りました。${SWITCH_CURE}${KEY_CURE}${detail}`);
  if (status === 429)
    return new Problem("wait", `楽天への呼び出しが混み合っています。数分おいてからもう一度実行してください。${detail}`);
  if (status >= 500)
    return new Problem(
      "wait",
      `楽天が応答できない状態です（メンテナンス中の可能性があります）。しばらくしてからもう一度実行してください。${detail}`,
    );
  return new Problem(
    "report",
    `楽天が呼び出しを受け付けませんでした。このメッセージを開発元へお知らせください。${detail}`,
  );
}

export const noAnswer = (name: string): Problem =>
  new Problem(
    "wait",
    `楽天に接続できませんでした。通信の状態を確認し、しばらくしてからもう一度実行してください。（${name}）`,
  );

/** A success that cannot be read: the reply changed, or was cut on its way. */
export const unreadable = (name: string, field: string): Problem =>
  new Problem(
    "report",
    `楽天の応答の形式が想定と異なります。続くときは、このメッセージを開発元へお知らせください。（${name}${field === "" ? "" : ` ${field}`}）`,
  );

/** From the gateway's, the item family's or the order family's shape of error; empty when there is none. */
export function errorCode(body: string): string {
  const json = parsedJson(body);
  const gateway = z.safeParse(gatewaySchema, json);
  const first = gateway.success ? (gateway.data.Results?.errorCode ?? gateway.data.errors?.[0]?.code) : undefined;
  if (first) return first;
  const messages = z.safeParse(messagesSchema, json);
  return messages.success
    ? (messages.data.MessageModelList?.find((message) => message.messageType === "ERROR")?.messageCode ?? "")
    : "";
}

export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
