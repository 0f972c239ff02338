import { bridge } from "./bridge.ts";

/** Apps Script's bytes are signed, in a plain array. */
export const signed = (bytes: Uint8Array): number[] => Array.from(new Int8Array(bytes));

export const encode = (text: string, charset = "UTF-8"): Uint8Array => bridge.natives.encode(text, charset);

export const decode = (bytes: ArrayLike<number>, charset = "UTF-8"): string => bridge.natives.decode(bytes, charset);

/** Text counts as its UTF-8 bytes (or another charset's), an array as it is. */
export const bytesOf = (data: string | readonly number[], charset?: unknown): ArrayLike<number> =>
  typeof data === "string" ? encode(data, charset === undefined ? "UTF-8" : String(charset).replace("_", "-")) : data;
