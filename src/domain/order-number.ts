import { instantOfWall, startOfDay } from "./jst.ts";

/** `<shop>-<yyyymmdd>-<8 or 10 digits>` (rms-api 2.1). */
const FORM = /^\d{4,}-(\d{4})(\d{2})(\d{2})-\d{4,}$/;

/** The order number out of what was typed, full-width digits and dashes among it; undefined when it is none. */
export function orderNumberOf(typed: string): string | undefined {
  const number = typed
    .normalize("NFKC")
    .replace(/[‐‑–—―−ー]/g, "-")
    .replace(/\s/g, "");
  return isOrderNumber(number) ? number : undefined;
}

export const isOrderNumber = (text: string): boolean => FORM.test(text);

/** Midnight in Japan before which no order with this number, or a later one, was made: a day of grace before its own date. */
export function earliestOrder(number: string): Date | undefined {
  const day = FORM.exec(number)?.slice(1, 4).join("-");
  const midnight = day === undefined ? undefined : instantOfWall(day);
  return midnight === undefined ? undefined : startOfDay(midnight, 1);
}
