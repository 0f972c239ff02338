import type { HostClock } from "../clock.ts";
import type { Limits, Quotas } from "./quotas.ts";
import type { Handlers } from "./serving.ts";

export interface Mail {
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Mail is kept, never sent. */
export function mailHandlers(sent: Mail[], clock: HostClock, quotas: Quotas, limits: Limits): Handlers {
  return {
    "MailApp.sendEmail": ({ user }, message: Message) => {
      const { cc, bcc } = message.options;
      const recipients = [message.to, cc, bcc].flatMap((list) =>
        String(list ?? "")
          .split(",")
          .filter(Boolean),
      );
      quotas.take(user, "email", recipients.length, limits.mailRecipientsPerDay);
      sent.push({ at: clock.now(), from: user, ...message });
    },
    "MailApp.getRemainingDailyQuota": ({ user }) => limits.mailRecipientsPerDay - quotas.used(user, "email"),
  };
}
