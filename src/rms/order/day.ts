import { type Serial, serialOfRms } from "../../core/jst.ts";

/** With or without signs between, and a weekday or a time behind. */
const DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))(?:[T\s(].*)?$/s;

/** A day however people or RMS write it; null when there is none, undefined when it cannot be read. */
export function dayOf(text: string | null | undefined): Serial | null | undefined {
  const written = (text ?? "").normalize("NFKC").trim();
  if (written === "") return null;
  const parts = DAY.exec(written)?.slice(1).filter(Boolean) ?? [];
  return serialOfRms(parts.map((part) => part.padStart(2, "0")).join("-"));
}
