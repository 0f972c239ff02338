import type { RmsRequest } from "../rms/exchange.ts";
import { type RoomAnswer, textOf } from "./message.ts";

/** Of a message with all that it holds (spaces.messages.create). */
const MOST_BYTES = 32_000;

const failure = (code: number, status: string, message: string): RoomAnswer => ({
  status: code,
  body: JSON.stringify({ error: { code, message, status } }),
});

/** An incoming webhook of Google Chat. Text without a charset is not taken for UTF-8. */
export function chatAnswer(request: RmsRequest): RoomAnswer {
  const url = new URL(request.path, "https://chat.googleapis.com");
  const space = /^\/v1\/spaces\/([^/]+)\/messages$/.exec(url.pathname)?.[1];
  if (space === undefined) return failure(404, "NOT_FOUND", "Requested entity was not found.");
  if (!url.searchParams.get("key") || !url.searchParams.get("token"))
    return failure(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
  const text = textOf(request);
  const type = Object.entries(request.headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (text === undefined || Buffer.byteLength(request.body) > MOST_BYTES || !/charset=utf-8/i.test(type))
    return failure(400, "INVALID_ARGUMENT", "Request contains an invalid argument.");
  return { status: 200, body: JSON.stringify({ name: `spaces/${space}/messages/workbench`, text }), text };
}
