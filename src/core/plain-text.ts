/** Every way of ending a line; a tab is none. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Half of a character, what controls a device, and what Unicode has for no text. */
const NO_TEXT = /\p{Cs}|[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/gu;
const BYTE_ORDER = /\uFEFF/g;

/**
 * A text as a cell gives it back: lines end in a line feed, and what is no text is U+FFFD, as decoders have it. Google
 * might change such characters itself, and every run would find a change then.
 */
export const plainText = (text: string): string =>
  text.replace(LINE_ENDS, "\n").replace(BYTE_ORDER, "").replace(NO_TEXT, "\uFFFD");

/** The text, or as much of it as `most` UTF-16 units hold with `mark` behind; never half of a character. */
export function cutText(text: string, most: number, mark: string): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - mark.length);
  return kept.replace(/[\uD800-\uDBFF]$/, "") + mark;
}
