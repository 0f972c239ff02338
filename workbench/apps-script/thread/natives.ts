import { createHash, createHmac } from "node:crypto";
import { formatWithOptions } from "node:util";
import { fromWallTime, zoneOffset } from "../time-zone.ts";
import { decode, encode } from "./charset.ts";

type Bytes = ArrayLike<number>;

/** What the script's context cannot do by itself. Takes and gives only strings, numbers and bytes, which have no realm. */
export const natives = {
  /** Text as `console.log` shows its arguments. */
  format: (args: readonly unknown[]): string => formatWithOptions({ customInspect: false }, ...args),
  encode,
  decode: (bytes: Bytes, charset: string): string => decode(Uint8Array.from(bytes), charset),
  digest: (algorithm: string, bytes: Bytes): Uint8Array =>
    createHash(algorithm).update(Uint8Array.from(bytes)).digest(),
  hmac: (algorithm: string, key: Bytes, bytes: Bytes): Uint8Array =>
    createHmac(algorithm, Uint8Array.from(key)).update(Uint8Array.from(bytes)).digest(),
  toBase64: (bytes: Bytes, webSafe: boolean): string => {
    const text = Buffer.from(Uint8Array.from(bytes)).toString("base64");
    return webSafe ? text.replaceAll("+", "-").replaceAll("/", "_") : text;
  },
  fromBase64: (text: string): Uint8Array => Buffer.from(text, "base64"),
  zoneOffset,
  fromWallTime,
  zoneName: (timeZone: string, instant: number, style: "short" | "long"): string => {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: style }).formatToParts(instant);
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  },
};

export type Natives = typeof natives;
