import * as z from "zod/mini";

/** Where a message may go besides mail. The address holds a secret: whoever has it can write into the room. */
export const webhookKinds = { chat: "Google Chat", slack: "Slack" } as const;
export type WebhookKind = keyof typeof webhookKinds;

/** The hosts of both have to stand in the manifest's urlFetchWhitelist. No dots and no escapes: nothing leads out of the path. */
const FORMS: Readonly<Record<WebhookKind, RegExp>> = {
  chat: /^https:\/\/chat\.googleapis\.com\/v1\/spaces\/[\w-]+\/messages\?[\w=&%.~-]+$/,
  slack: /^https:\/\/hooks\.slack\.com\/services\/[\w-]+\/[\w-]+\/[\w-]+$/,
};

export const webhookKindOf = (address: string): WebhookKind | undefined =>
  (Object.keys(FORMS) as WebhookKind[]).find((kind) => FORMS[kind].test(address));

/** Apps Script takes no longer address (apps-script 2). */
const LONGEST = 2_000;

const WANTED =
  "Google Chat（chat.googleapis.com/v1/spaces/…）かSlack（hooks.slack.com/services/…）の、httpsから始まるWebhookのアドレス全体を入力してください。";

export const webhookAddress = z.string(WANTED).check(
  z.trim(),
  z.maxLength(LONGEST, WANTED),
  z.refine((text) => webhookKindOf(text) !== undefined, WANTED),
);

/** The JSON that each takes. Angle brackets make links and call everybody in a room: text of ours is to be neither. */
export const messageBody = (kind: WebhookKind, text: string): string => JSON.stringify({ text: plain[kind](text) });

const plain: Readonly<Record<WebhookKind, (text: string) => string>> = {
  // Chat has no escapes for them.
  chat: (text) => text.replace(/</g, "＜").replace(/>/g, "＞"),
  slack: (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"),
};
