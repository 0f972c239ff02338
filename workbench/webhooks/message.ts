import type { RmsRequest } from "../rms/exchange.ts";

/** What a room makes of a request: `text` is what stands in it then, undefined where it took nothing. */
export interface RoomAnswer {
  readonly status: number;
  readonly body: string;
  readonly text?: string;
}

/** The text of a JSON message that says that it is one; undefined where it cannot be understood. */
export function textOf({ method, headers, body }: RmsRequest): string | undefined {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (method.toUpperCase() !== "POST" || !/^application\/json\b/i.test(type)) return undefined;
  try {
    const { text } = JSON.parse(body) as { text?: unknown };
    return typeof text === "string" && text !== "" ? text : undefined;
  } catch {
    return undefined;
  }
}
