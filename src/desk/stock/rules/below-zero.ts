import type { News } from "../../../core/news.ts";
import type { Figure } from "./figures.ts";

/** All products of which more is sold than there is. The empty news is news too: those of last time are no longer among them. */
export const belowZero = (figures: ReadonlyMap<string, Pick<Figure, "sellable">>): News => ({
  kind: "belowZero",
  items: [...figures].flatMap(([code, { sellable }]) => (sellable !== null && sellable < 0 ? [code] : [])),
});
