import type { RmsRequest, RmsResponse } from "../rms/exchange.ts";
import { chatAnswer } from "./chat.ts";
import { slackAnswer } from "./slack.ts";

/** The rooms that the add-on may write into. Their messages are kept here, and nowhere else. */
export const CHAT = "https://chat.googleapis.com";
export const SLACK = "https://hooks.slack.com";
export type WebhookOrigin = typeof CHAT | typeof SLACK;

export interface Posted {
  readonly origin: WebhookOrigin;
  readonly at: Date;
  /** As people read it in the room. */
  readonly text: string;
}

/** How a room fails: with a status, or without an answer. */
export interface WebhookFault {
  readonly status?: number;
  readonly transport?: "reset" | "hang";
}

export interface Webhooks {
  /** All that came through, the oldest first. */
  readonly posted: readonly Posted[];
  readonly handlers: Readonly<Record<string, (request: RmsRequest) => RmsResponse>>;
  /** From now on, until it is called without a fault. */
  fail(fault?: WebhookFault): void;
}

/** Google Chat and Slack as an incoming webhook meets them: what they refuse, the add-on must not send. */
export function createWebhooks(now: () => Date): Webhooks {
  const posted: Posted[] = [];
  let fault: WebhookFault | undefined;
  let last = Number.NEGATIVE_INFINITY;

  const handler =
    (origin: WebhookOrigin) =>
    (request: RmsRequest): RmsResponse => {
      if (fault !== undefined) {
        const { status = 500, transport } = fault;
        return { ...answer(status, ""), ...(transport === undefined ? {} : { transport }) };
      }
      const at = now();
      // Chat takes one message a second for a space, whoever sends it (workspace/chat/limits).
      if (origin === CHAT && at.getTime() - last < 1000) return answer(429, "");
      const { status, body, text } = origin === CHAT ? chatAnswer(request) : slackAnswer(request);
      if (text !== undefined) {
        posted.push({ origin, at, text });
        last = at.getTime();
      }
      return answer(status, body);
    };

  return {
    posted,
    handlers: { [CHAT]: handler(CHAT), [SLACK]: handler(SLACK) },
    fail(next) {
      fault = next;
    },
  };
}

const answer = (status: number, body: string): RmsResponse => ({
  status,
  headers: { "Content-Type": body.startsWith("{") ? "application/json; charset=UTF-8" : "text/plain" },
  body,
});
