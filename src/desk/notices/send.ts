import { type Platform, TransportFailure } from "../../platform/ports.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import type { Failure } from "./rules/delivery.ts";
import type { Digest } from "./rules/digest.ts";
import type { Channel } from "./rules/notice-state.ts";
import { messageBody } from "./rules/webhook.ts";
import { storedWebhook, type Webhook } from "./stored-webhook.ts";

/** Sends it, and says why it could not; null where it went out. */
export type Send = (digest: Digest) => Failure | null;

/** By what people want to hear of it, with whoever's authority the execution has. */
export function sendersOf(platform: Platform): Readonly<Partial<Record<Channel, Send>>> {
  const webhook = storedWebhook(platform);
  return {
    ...(storedSettings(platform).noticeMail ? { mail: (digest: Digest) => sendMail(platform, digest) } : {}),
    ...(webhook === undefined ? {} : { webhook: (digest: Digest) => sendWebhook(platform, webhook, digest) }),
  };
}

/** Of the mails that Google sends for an account in a day, 100 for a private one: so many are left for its owner. */
const MAIL_RESERVE = 10;

export const mayMail = ({ mailsLeft }: Pick<Platform, "mailsLeft">): boolean => mailsLeft() > MAIL_RESERVE;

function sendMail(platform: Platform, { subject, body }: Digest): Failure | null {
  try {
    platform.mail(subject, body);
    return null;
  } catch (error) {
    platform.report(error);
    return "refused";
  }
}

/** Of what the other side answers only the status is looked at. */
function sendWebhook({ http }: Platform, { kind, address }: Webhook, { subject, body }: Digest): Failure | null {
  try {
    const { status } = http.send({
      method: "post",
      url: address,
      contentType: "application/json; charset=UTF-8",
      headers: {},
      body: messageBody(kind, `${subject}\n\n${body}`),
    });
    return status === 200 ? null : status;
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error;
    return error.quota ? "quota" : "silent";
  }
}
