/**
 * CP932, the Shift_JIS of Windows, which browsers read but do not write: what they read it as, the other way round.
 * Twice as long as a table of bytes would be to send to the browser is nothing: it is made when it is needed.
 */
let made: Uint16Array | undefined;

/** By UTF-16 code unit: one byte or two, and 0 for what CP932 lacks. All that it has lies in the first plane. */
const table = (): Uint16Array => {
  made ??= tableOf(new TextDecoder("shift_jis"));
  return made;
};

function tableOf(decoder: TextDecoder): Uint16Array {
  const bytes = new Uint16Array(0x10000);
  for (let code = 1; code < 0x80; code++) bytes[code] = code;
  for (let single = 0xa1; single <= 0xdf; single++) note(decoder.decode(new Uint8Array([single])), single);
  for (const lead of LEADS)
    for (let trail = 0x40; trail <= 0xfc; trail++)
      if (trail !== 0x7f) note(decoder.decode(new Uint8Array([lead, trail])), (lead << 8) | trail);
  return bytes;

  function note(text: string, code: number): void {
    const unit = text.charCodeAt(0);
    if (text.length === 1 && unit !== 0xfffd && bytes[unit] === 0) bytes[unit] = code;
  }
}

/** The first place that a character has counts, and of IBM's and NEC's copies of the same characters IBM's, as on Windows. */
const LEADS = [...span(0x81, 0x9f), ...span(0xe0, 0xec), ...span(0xef, 0xfc), 0xed, 0xee];

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** One character of JIS, for which Windows and others chose different ones of Unicode: the same sign either way. */
const twins: Readonly<Record<string, string>> = {
  "〜": "～",
  "−": "－",
  "‖": "∥",
  "—": "―",
  "¢": "￠",
  "£": "￡",
  "¬": "￢",
};

/** A kana and its mark apart, as a Mac writes them in names of files. */
const APART = /[\u3041-\u30ff][\u3099\u309a]/g;

/** The same text with the characters of Unicode that CP932 stands for. */
const inCp932 = (text: string): string =>
  text.replace(APART, (pair) => pair.normalize("NFC")).replace(/[〜−‖—¢£¬]/g, (sign) => twins[sign] as string);

/** What of a text CP932 has not, each once. */
export function lackingIn(text: string): string[] {
  const bytes = table();
  const lacking = new Set<string>();
  for (const sign of inCp932(text)) if (sign.length > 1 || bytes[sign.charCodeAt(0)] === 0) lacking.add(sign);
  return [...lacking];
}

const INSTEAD = 0x8148; // ？

/** `？` stands for each character that CP932 lacks. */
export function cp932Of(text: string): Uint8Array<ArrayBuffer> {
  const bytes = table();
  const plain = inCp932(text);
  const written = new Uint8Array(plain.length * 2);
  let length = 0;
  for (const sign of plain) {
    const code = (sign.length > 1 ? 0 : bytes[sign.charCodeAt(0)]) || INSTEAD;
    if (code > 0xff) written[length++] = code >> 8;
    written[length++] = code & 0xff;
  }
  return written.slice(0, length);
}
