import type { RmsRequest } from "../rms/exchange.ts";
import { type RoomAnswer, textOf } from "./message.ts";

/** A longer one is cut in two. */
const MOST_LETTERS = 4_000;

/** An incoming webhook of Slack, which answers in plain words. */
export function slackAnswer(request: RmsRequest): RoomAnswer {
  if (!/^\/services\/\w+\/\w+\/\w+$/.test(request.path)) return { status: 404, body: "no_team" };
  const text = textOf(request);
  if (text === undefined) return { status: 400, body: "invalid_payload" };
  if (text.length > MOST_LETTERS) return { status: 400, body: "msg_too_long" };
  return { status: 200, body: "ok", text: read(text) };
}

/** As people read it: `<…>` is a link or calls somebody, and only what was escaped stands as it is. */
const read = (text: string): string =>
  text
    .replace(/<([^>|]*)\|?([^>]*)>/g, "[link $1 $2]")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
