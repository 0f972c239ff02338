import { CARRIERS } from "./codes.ts";
import { parseDate } from "./jst.ts";

/** Values of a shipping record as RMS takes them, from the API and from an uploaded file; undefined for what it refuses. */

/** A code of the list, as digits or as a number: clients in public code send both. */
export function carrierCode(value: unknown): string | undefined {
  const code = typeof value === "number" ? String(value) : value;
  return typeof code === "string" && CARRIERS.has(code) ? code : undefined;
}

/** `2026-11-24`; one live client sends `20261124`, which is taken as well. Slashes are refused. */
export function shippingDay(value: unknown): string | undefined {
  const hyphenated = typeof value === "string" ? value.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") : "";
  return parseDate(hyphenated) === undefined ? undefined : hyphenated;
}

/** 機種依存文字: circled and Roman numerals, unit and company signs. */
const MACHINE_DEPENDENT = /[①-⓿Ⅰ-ⅿ㈀-㋿㌀-㏿]/u;
const LONGEST = 120;

export const trackingNumber = (value: unknown): string | undefined =>
  typeof value === "string" && [...value].length <= LONGEST && !MACHINE_DEPENDENT.test(value) ? value : undefined;
