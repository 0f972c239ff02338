import { ledgerTexts } from "./ledger-texts.ts";

const texts = ledgerTexts.number;

/** More than anybody has of one product, and less than any barcode. */
export const MOST = 999_999;

/** With commas where they belong: `1,2` is no twelve. */
const DIGITS = /^([-−▲△+]?)\s*(\d+|\d{1,3}(?:,\d{3})+)$/;
const DECIMAL = /^[-−▲△+]?\s*\d[\d,]*\.\d+$/;

/** A cell as it was typed; `isFormula` tells of what a sheet computes. */
export interface TypedCell {
  readonly cell: string | number | boolean | null;
  readonly isFormula: boolean;
}

/** A whole number; null where nothing is typed; a text says what is wrong. Full width and thousands are as good as plain digits. */
export function readWhole({ cell, isFormula }: TypedCell): number | null | string {
  if (isFormula) return texts.formula;
  const value = typeof cell === "string" ? numberIn(cell) : cell;
  if (value === null || typeof value === "string") return value;
  if (typeof value === "boolean") return texts.none;
  if (!Number.isInteger(value)) return texts.fraction;
  return Math.abs(value) > MOST ? texts.large(MOST) : value;
}

/** A number of things that are there. */
export function readCount(typed: TypedCell): number | null | string {
  const count = readWhole(typed);
  return typeof count === "number" && count < 0 ? texts.negative : count;
}

function numberIn(typed: string): number | null | string {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  const [, sign = "", digits] = DIGITS.exec(text) ?? [];
  if (digits === undefined) return DECIMAL.test(text) ? texts.fraction : texts.none;
  const size = Number(digits.replace(/,/g, ""));
  return ["", "+"].includes(sign) ? size : 0 - size;
}
