import * as z from "zod/mini";
import { shortTime } from "../../../core/jst.ts";
import { captions, inMenu } from "../../../core/menu-texts.ts";
import type { Channel } from "./notice-state.ts";
import { NOTICES } from "./notice-texts.ts";
import { type WebhookKind, webhookKinds } from "./webhook.ts";

/** Why a message did not go out: Google's limit of the day, no answer, or what the other side answered. */
const failureSchema = z.union([z.enum(["quota", "silent", "refused"]), z.number()]);
export type Failure = z.infer<typeof failureSchema>;

const attemptSchema = z.object({
  /** Milliseconds since 1970 of the last message; null before the first. */
  sentAt: z.nullable(z.number()),
  /** Of the last attempt; null where it went out. */
  failure: z.nullable(failureSchema),
});

/** How the last messages went, for everybody to see. It holds no address. */
export const deliverySchema = z.object({
  mail: attemptSchema,
  webhook: attemptSchema,
  /** Where the operator's webhook leads; null while there is none. */
  kind: z.nullable(z.enum(Object.keys(webhookKinds) as [WebhookKind, ...WebhookKind[]])),
});
export type Delivery = Readonly<z.infer<typeof deliverySchema>>;

const unsent = { sentAt: null, failure: null };
export const noDelivery: Delivery = { mail: unsent, webhook: unsent, kind: null };

/** Where an attempt failed, what went out before it stays known. */
export const attempted = (delivery: Delivery, channel: Channel, failure: Failure | null, now: Date): Delivery => ({
  ...delivery,
  [channel]: { sentAt: failure === null ? now.getTime() : delivery[channel].sentAt, failure },
});

/** The operator has to do something; anything else heals by itself. */
export const needsCare = (failure: Failure): boolean =>
  failure === "refused" || (typeof failure === "number" && failure !== 429 && failure < 500);

const SETTINGS = `${inMenu(captions.showSettings)}の「${NOTICES}」`;

export const channelName = (channel: Channel, kind: WebhookKind | null): string =>
  channel === "mail" ? "メール" : kind === null ? "Webhook" : webhookKinds[kind];

/** What happened, and what people have to do where it does not heal by itself. */
export function failureText(channel: Channel, kind: WebhookKind | null, failure: Failure): string {
  const where = channelName(channel, kind);
  if (channel === "mail")
    return failure === "quota"
      ? "Googleのメール送信の1日の上限が近いため、メールを控えています。"
      : `Googleがメールを送信しませんでした。続くときは、${inMenu(captions.testNotices)}を実行し、アクセスを許可してください。`;
  if (failure === "quota") return `Googleの外部接続の1日の上限のため、${where}へ送信できません。`;
  if (failure === "silent") return `${where}から応答がありません。`;
  return needsCare(failure)
    ? `${where}がお知らせを受け付けません（${failure}）。Webhookが削除されたか、送り先の設定が変わっています。新しいWebhookを作り、${SETTINGS}で登録し直してください。`
    : `${where}が混み合っています（${failure}）。`;
}

export const nowhere = `お知らせの送り先がありません。${SETTINGS}で、メールかWebhookを設定できます。`;

/** 状態 and 内容 of the line on ダッシュボード. */
export function deliveryTexts(delivery: Delivery, noticeMail: boolean, waiting: number) {
  const { kind } = delivery;
  const used = [...(noticeMail ? ["mail" as const] : []), ...(kind === null ? [] : ["webhook" as const])];
  if (used.length === 0) return { state: "無効", detail: nowhere };
  const failures = used.flatMap((channel) => {
    const { failure } = delivery[channel];
    return failure === null ? [] : [{ failure, text: failureText(channel, kind, failure) }];
  });
  const sent = used.map((channel) => {
    const { sentAt } = delivery[channel];
    return `${channelName(channel, kind)}: ${sentAt === null ? "まだ送信していません" : `最終送信 ${shortTime(new Date(sentAt))}`}。`;
  });
  const left = waiting === 0 ? [] : [`お知らせ${waiting}件が、1時間に1回の送信を待っています。`];
  return {
    state: failures.length === 0 ? "正常" : failures.some(({ failure }) => needsCare(failure)) ? "要対応" : "注意",
    detail: [...failures.map(({ text }) => text), sent.join(""), ...left].join("\n"),
  };
}

/** How a test went, in a line for each place that it was sent to. */
export function testText(delivery: Delivery, tried: readonly Channel[]): string {
  if (tried.length === 0) return nowhere;
  return tried
    .map((channel) => {
      const { failure } = delivery[channel];
      const name = channelName(channel, delivery.kind);
      return failure === null ? `${name}へ送信しました。` : failureText(channel, delivery.kind, failure);
    })
    .join("\n");
}
