import { dateTyped, dateWritten } from "./excel-date.ts";
import { numberTyped, numberWritten } from "./excel-number.ts";

/**
 * What Excel makes of a code when a CSV is opened and saved with it: it takes for a number, a date, a time or a truth
 * value whatever looks like one, and writes that value back in its own way.
 */

/** What no shop has for a code: a number in powers of ten, a formula's error, a column that was too narrow. */
const WRECKS = [/^[+-]?\d(\.\d+)?E[+-]\d+$/i, /^#(NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)$/, /^#{2,}$/];

export const isWreck = (code: string): boolean => WRECKS.some((form) => form.test(code));

/** The values that Excel may read in a code as somebody typed it; a code that has none stays as it is. */
export function excelReads(code: string): string[] {
  const typed = code.normalize("NFKC").trim();
  const truth = /^(true|false)$/i.test(typed) ? [`truth ${typed.toLowerCase()}`] : [];
  return [...truth, ...numberTyped(typed), ...timeTyped(typed), ...dateTyped(typed)];
}

/** The values that Excel writes as just this text; a code in a form that Excel never writes has none. */
export function excelWrites(code: string): string[] {
  if (code === "TRUE" || code === "FALSE") return [`truth ${code.toLowerCase()}`];
  return [...numberWritten(code), ...timeWritten(code), ...dateWritten(code)];
}

const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?$/;

function timeTyped(text: string): string[] {
  const [found, hour, minute, second = "0"] = TIME.exec(text) ?? [];
  if (found === undefined || Number(minute) > 59 || Number(second) > 59) return [];
  return [`time ${Number(hour)}:${Number(minute)}:${Number(second)}`];
}

const timeWritten = (code: string): string[] => (/^\d{1,4}:\d{2}(:\d{2})?$/.test(code) ? timeTyped(code) : []);
