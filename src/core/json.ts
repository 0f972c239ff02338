import { plainText } from "./plain-text.ts";

/** Written as JSON writes it or as it is: what `plainText` would not leave alone. */
const NO_TEXT =
  /\\u(?:[dD][89a-fA-F]|00[0189]|2028|2029|[fF][dDeEfF])|[^\P{Cc}\t\n\r]|[\u2028\u2029\uFEFF]|\p{Noncharacter_Code_Point}/u;

/** The same for what others have made: each text in it is one that a cell can hold. */
export function foreignJson(text: string): unknown {
  if (!NO_TEXT.test(text)) return parsedJson(text);
  try {
    return JSON.parse(text, (_, value) => (typeof value === "string" ? plainText(value) : value));
  } catch {
    return undefined;
  }
}

/** What a text holds as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
