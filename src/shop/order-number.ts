import { instantOfWall, startOfDay } from "../core/jst.ts";

/** `<shop>-<yyyymmdd>-<8 or 10 digits>` (rms-api 2.1). */
const FORM = /\d{4,}-(\d{4})(\d{2})(\d{2})-\d{4,}/;

/** The order number in what was typed or pasted, among other text, invisible characters and any kind of dash; undefined when there is none. */
export function orderNumberOf(typed: string): string | undefined {
  const text = typed.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return FORM.exec(text.replace(/\s*[\p{Pd}−ー⁃]\s*/gu, "-"))?.[0];
}

export const isOrderNumber = (text: string): boolean => FORM.exec(text)?.[0] === text;

/** Midnight in Japan before which no order with this number, or a later one, was made: a day of grace before its own date. */
export function earliestOrder(number: string): Date | undefined {
  const day = FORM.exec(number)?.slice(1, 4).join("-");
  const midnight = day === undefined ? undefined : instantOfWall(day);
  return midnight === undefined ? undefined : startOfDay(midnight, 1);
}
