import { createRequire } from "node:module";
import { workerData } from "node:worker_threads";

interface Iconv {
  encode(text: string, charset: string): Uint8Array;
  decode(bytes: Uint8Array, charset: string): string;
  encodingExists(charset: string): boolean;
}

let iconv: Iconv | undefined;

/** Its tables are large and few executions need them. */
function converter(charset: string): Iconv {
  if (iconv === undefined) {
    const path = (workerData as { iconv: string }).iconv;
    iconv = createRequire(path)(path) as Iconv;
  }
  if (!iconv.encodingExists(charset)) throw new RangeError(`Invalid argument: ${charset}`);
  return iconv;
}

export function encode(text: string, charset: string): Uint8Array {
  if (isUtf8(charset)) return Buffer.from(text, "utf8");
  return isStrictShiftJis(charset) ? encodeShiftJis(text) : converter(charset).encode(text, charset);
}

export function decode(bytes: Uint8Array, charset: string): string {
  if (isUtf8(charset)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const text = converter(charset).decode(Buffer.from(bytes), charset);
  return isStrictShiftJis(charset) ? text.replace(/[～∥－￠￡￢―]/g, (char) => toJis[char] ?? char) : text;
}

const isUtf8 = (charset: string) => /^utf-?8$/i.test(charset);
const isStrictShiftJis = (charset: string) => /^(shift[_-]?jis|sjis)$/i.test(charset);

/**
 * Google's servers run Java, whose "Shift_JIS" is JIS X 0208 alone: 髙, ① and ～ become "?", and 〜 keeps its place.
 * "Windows-31J" has them all. iconv-lite knows only the latter table.
 */
const toJis: Readonly<Record<string, string>> = {
  "～": "〜",
  "∥": "‖",
  "－": "−",
  "￠": "¢",
  "￡": "£",
  "￢": "¬",
  "―": "—",
};
const fromJis = Object.fromEntries(Object.entries(toJis).map(([windows, jis]) => [jis, windows]));

/** Rows that NEC, IBM and users have added to JIS X 0208. */
const isExtension = (lead: number) => lead === 0x87 || lead === 0xed || lead === 0xee || lead >= 0xf0;

function encodeShiftJis(text: string): Uint8Array {
  const windows = converter("Shift_JIS");
  return Buffer.concat(
    [...text].map((char) => {
      if (toJis[char] !== undefined) return Buffer.from("?");
      const bytes = windows.encode(fromJis[char] ?? char, "Shift_JIS");
      return bytes.length === 2 && isExtension(bytes[0]!) ? Buffer.from("?") : bytes;
    }),
  );
}
