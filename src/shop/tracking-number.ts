/** Dashes of every kind, and what people take for one. */
const DASH = /[\p{Pd}−ーｰ⁃]/gu;

/** Full width as half width. Nothing else is rewritten: what is no digit or letter shall be seen and refused. */
const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .replace(/\p{Cf}/gu, "");

/** A number as it is sent and compared: in half width and capitals, without hyphens and blanks. */
export const plainNumber = (text: string): string => halfWidth(text).replace(DASH, "").replace(/\s/g, "").toUpperCase();

/** RMS takes no more (rms-api 4.2). */
const LONGEST = 120;
/** What Excel makes of a long number. */
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d{1,2}$/;
/** No carrier's numbers have this many zeros at their end, and Excel's damage has. */
const ROUNDED = /^\d{4,}0{6}$/;

/** Why a number cannot be one. */
export type NumberFlaw = "scientific" | "rounded" | "signs" | "long";

export interface TypedNumbers {
  /** Each once, plain, in the order in which they were typed. */
  readonly numbers: readonly string[];
  /** Those that were typed more than once. */
  readonly repeated: readonly string[];
  /** As they were typed, with why they are refused. */
  readonly flawed: readonly { readonly typed: string; readonly flaw: NumberFlaw }[];
}

/** The numbers of a cell: one a line, or with commas or blanks between. A blank may also part the digits of one number. */
export function typedNumbers(cell: string): TypedNumbers {
  const pieces = halfWidth(cell)
    .split(/[\n\r\v\f\u0085\u2028\u2029,、;]+/)
    .flatMap(numbersOfLine);
  const numbers: string[] = [];
  const repeated = new Set<string>();
  const flawed: TypedNumbers["flawed"][number][] = [];
  for (const typed of pieces) {
    const number = plainNumber(typed);
    const flaw = flawOf(typed, number);
    if (flaw !== undefined) flawed.push({ typed, flaw });
    else if (numbers.includes(number)) repeated.add(number);
    else numbers.push(number);
  }
  return { numbers, repeated: [...repeated], flawed };
}

function numbersOfLine(line: string): string[] {
  // Hyphens may have blanks beside them, and a sign for "this is text" stands before numbers that come from Excel.
  const parts = line
    .replace(/\s*([\p{Pd}−ーｰ⁃])\s*/gu, "$1")
    .split(/\s+/)
    .map((part) => part.replace(/^['"]+|['"]+$/g, ""))
    .filter(Boolean);
  return isOneInGroups(parts) ? [parts.join("")] : parts;
}

/** `3900 0000 0014`, `EG 123 456 789 JP`: no carrier's whole number is as short as these groups. */
const isOneInGroups = (parts: readonly string[]): boolean =>
  parts.length > 1 && parts.every((part) => /^[0-9A-Z]{1,4}$/i.test(part)) && /^.{10,14}$/.test(parts.join(""));

function flawOf(typed: string, number: string): NumberFlaw | undefined {
  if (SCIENTIFIC.test(typed.toUpperCase())) return "scientific";
  if (!/^[0-9A-Z]+$/.test(number)) return "signs";
  if (number.length > LONGEST) return "long";
  return ROUNDED.test(number) ? "rounded" : undefined;
}

/** Carriers whose numbers end in a check digit by seven (carriers 4), and how long their numbers are. */
export const CHECKED: Readonly<Record<string, readonly number[]>> = {
  "1001": [11, 12],
  "1002": [10, 12],
  "1003": [11, 12, 13],
  "1029": [11, 12, 13],
  "1030": [11, 12],
};
/** International mail, which has letters and a check digit of its own. */
const INTERNATIONAL = /^[A-Z]{2}\d{9}[A-Z]{2}$/;

/** What is unusual about a number of this carrier; undefined when nothing is. It may be right all the same. */
export function numberDoubt(carrier: string, number: string): "length" | "checkDigit" | undefined {
  const lengths = CHECKED[carrier];
  if (lengths === undefined || INTERNATIONAL.test(number)) return undefined;
  if (!/^\d+$/.test(number) || !lengths.includes(number.length)) return "length";
  return Number(number.slice(0, -1)) % 7 === Number(number.slice(-1)) ? undefined : "checkDigit";
}
