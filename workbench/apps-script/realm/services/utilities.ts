import { parseCsv } from "../../../csv.ts";
import { blobFrom } from "../blob.ts";
import { bridge } from "../bridge.ts";
import { bytesOf, signed } from "../bytes.ts";
import { ask, exception, mismatch } from "../call.ts";
import { formatDate } from "../formats/format-date.ts";
import { formatString } from "../formats/format-string.ts";
import { parseDate } from "../formats/parse-date.ts";
import { enumeration, service } from "../service.ts";

type Data = string | readonly number[];
type Namespace = typeof GoogleAppsScript.Utilities;

const MAXIMUM_SLEEP = 300_000;

/** Computation stays in the script's thread; only `sleep` needs the host. */
export const Utilities = service<GoogleAppsScript.Utilities.Utilities>("Utilities", {
  Charset: enumeration<Namespace["Charset"]>("US_ASCII", "UTF_8"),
  DigestAlgorithm: enumeration<Namespace["DigestAlgorithm"]>("MD2", "MD5", "SHA_1", "SHA_256", "SHA_384", "SHA_512"),
  MacAlgorithm: enumeration<Namespace["MacAlgorithm"]>(
    ...["HMAC_MD5", "HMAC_SHA_1", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"],
  ),
  sleep(...args: readonly unknown[]) {
    const [milliseconds] = args;
    if (typeof milliseconds !== "number") throw mismatch("Utilities.sleep", args);
    if (milliseconds > MAXIMUM_SLEEP)
      throw exception(`Invalid argument: sleep. Should be no more than ${MAXIMUM_SLEEP}.`);
    ask("Utilities.sleep", milliseconds);
  },
  formatDate: formatDate as GoogleAppsScript.Utilities.Utilities["formatDate"],
  parseDate,
  formatString,
  parseCsv(csv: string, delimiter?: unknown) {
    try {
      return parseCsv(csv, delimiter as string | undefined);
    } catch {
      throw exception("Could not parse text.");
    }
  },
  newBlob: (data: Data, contentType?: string, name?: string) => blobFrom(data, contentType, name),
  base64Encode: (data: Data, charset?: unknown) => bridge.natives.toBase64(bytesOf(data, charset), false),
  base64EncodeWebSafe: (data: Data, charset?: unknown) => bridge.natives.toBase64(bytesOf(data, charset), true),
  base64Decode: (text: string) => fromBase64(text),
  base64DecodeWebSafe: (text: string) => fromBase64(text.replaceAll("-", "+").replaceAll("_", "/")),
  computeDigest: (algorithm: unknown, value: Data, charset?: unknown) =>
    signed(bridge.natives.digest(nodeName(algorithm), bytesOf(value, charset))),
  computeHmacSha256Signature: (value: Data, key: Data, charset?: unknown) =>
    signed(bridge.natives.hmac("sha256", bytesOf(key, charset), bytesOf(value, charset))),
  computeHmacSignature: (algorithm: unknown, value: Data, key: Data, charset?: unknown) =>
    signed(bridge.natives.hmac(nodeName(algorithm), bytesOf(key, charset), bytesOf(value, charset))),
  getUuid: uuid,
});

/** HMAC_SHA_256 and SHA_256 alike are "sha256" to Node. */
function nodeName(algorithm: unknown): string {
  const name = /^(?:HMAC_)?(MD5|SHA_1|SHA_256|SHA_384|SHA_512)$/.exec(String(algorithm))?.[1];
  if (name === undefined) throw new Error(`workbench: Utilities.computeDigest with ${algorithm} is not implemented`);
  return name.replace("_", "").toLowerCase();
}

function fromBase64(text: string): number[] {
  if (!/^[A-Za-z0-9+/]*={0,2}\s*$/.test(text)) throw exception("Could not decode string.");
  return signed(bridge.natives.fromBase64(text));
}

/** From `Math.random`, so that a seeded execution repeats itself. */
function uuid(): string {
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) => {
    const digit = Math.floor(Math.random() * 16);
    return (place === "x" ? digit : (digit & 3) | 8).toString(16);
  });
}
