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

/** The operator has to do something; anything else heals by itself. */
export const needsCare = (failure: Failure): boolean =>
  failure === "refused" || (typeof failure === "number" && failure !== 429 && failure < 500);

const AGAIN = "お知らせは残してあり、1時間後に送り直します。";
const SETTINGS = `${inMenu(captions.showSettings)}の「${NOTICES}」`;

/** What happened and what to do, in a sentence or two. */
export function failureText(channel: Channel, kind: WebhookKind | null, failure: Failure): string {
  if (channel === "mail")
    return failure === "quota"
      ? `Googleのメール送信の1日の上限が近いため、メールを控えています。${AGAIN}`
      : `Googleがメールを送信しませんでした。${AGAIN}続くときは、${inMenu(captions.showSettings)}を開き直してアクセスを許可してください。`;
  const where = kind === null ? "Webhook" : webhookKinds[kind];
  if (failure === "quota") return `Googleの外部接続の1日の上限のため、${where}へ送信できません。${AGAIN}`;
  if (failure === "silent") return `${where}から応答がありません。${AGAIN}`;
  return needsCare(failure)
    ? `${where}がメッセージを受け付けません（${failure}）。Webhookが削除されたか、送り先の設定が変わっています。新しいWebhookを作り、${SETTINGS}で登録し直してください。`
    : `${where}が混み合っています（${failure}）。${AGAIN}`;
}

/** 状態 and 内容 of the line on ダッシュボード. */
export function deliveryTexts({ mail, webhook, kind }: Delivery, noticeMail: boolean, waiting: number) {
  const used: readonly (readonly [Channel, string, Delivery["mail"]])[] = [
    ...(noticeMail ? [["mail", "メール", mail] as const] : []),
    ...(kind === null ? [] : [["webhook", webhookKinds[kind], webhook] as const]),
  ];
  if (used.length === 0)
    return { state: "無効", detail: `お知らせの送り先がありません。${SETTINGS}で、メールかWebhookを設定できます。` };
  const failures = used.flatMap(([channel, , { failure }]) => (failure === null ? [] : [{ channel, failure }]));
  const state = failures.length === 0 ? "正常" : failures.some(({ failure }) => needsCare(failure)) ? "要対応" : "注意";
  const sent = used.map(
    ([, name, { sentAt }]) => `${name}: ${sentAt === null ? "送信はまだありません" : `最終送信 ${shortTime(new Date(sentAt))}`}。`,
  );
  const texts = failures.map(({ channel, failure }) => failureText(channel, kind, failure));
  const left = waiting === 0 ? [] : [`送信を待つお知らせが${waiting}件あります。`];
  return { state, detail: [...texts, sent.join(""), ...left].join("\n") };
}
