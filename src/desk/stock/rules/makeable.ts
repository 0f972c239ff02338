import type { Part } from "../../sets/rules/sets.ts";
import type { Figure } from "./figures.ts";
import { stockTexts } from "./stock-texts.ts";

/** How many of a set can be made, and by which part that is decided; null where nobody can tell. */
export interface Makeable {
  readonly makeable: number | null;
  readonly makeableReason: string;
}

export const NOT_MAKEABLE: Makeable = { makeable: null, makeableReason: "" };

/** `parts` are products. A part that nobody counted makes no number up. */
export function makeableOf(parts: readonly Part[], figureOf: (code: string) => Figure | undefined): Makeable {
  let least: Makeable = NOT_MAKEABLE;
  for (const { code, units } of parts) {
    const figure = figureOf(code);
    if (figure?.sellable == null) return { makeable: null, makeableReason: whyUnknown(code, figure) };
    const sets = Math.max(0, Math.floor(figure.sellable / units));
    if (least.makeable === null || sets < least.makeable)
      least = { makeable: sets, makeableReason: stockTexts.limited(code, figure.sellable) };
  }
  return least;
}

function whyUnknown(code: string, figure: Figure | undefined): string {
  if (figure === undefined) return stockTexts.unstocked(code);
  return figure.onHand === null ? stockTexts.uncounted(code) : stockTexts.unreadable(code);
}
