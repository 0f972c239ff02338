import type { CatalogueEntry, Item, Stock } from "../shop/item.ts";
import { DAY, itemTime } from "../shop/jst.ts";
import { LEAF_GENRES } from "./genres.ts";
import { drawItem } from "./item.ts";
import { withRareParts } from "./item-parts.ts";
import { type Random, random } from "./random.ts";

export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly stocks: readonly Stock[];
}

/** Items with `skus` SKUs in all, and their stock; `opening` is the instant at which the shop is made. */
export function catalogue(seed: string, skus: number, opening: number): Catalogue {
  const entries: CatalogueEntry[] = [];
  const stocks: Stock[] = [];
  for (let left = skus; left > 0; ) {
    const draw = random(seed, "item", entries.length);
    const drawn = drawEntry(draw, entries.length, left, opening);
    const entry = { ...drawn, item: withRareParts(random(seed, "item-parts", entries.length), drawn.item) };
    entries.push(entry);
    for (const variantId of Object.keys(entry.item.variants)) {
      stocks.push(drawStock(draw, entry.item, variantId, opening));
      left--;
    }
  }
  return { entries, stocks };
}

function drawEntry(draw: Random, index: number, room: number, opening: number): CatalogueEntry {
  const genre = draw.pick(LEAF_GENRES);
  const created = opening - draw.int(30, 700) * DAY - draw.int(0, 86_399) * 1000;
  const updated = Math.min(opening, created + draw.int(0, 30) * DAY);
  return {
    item: drawItem(draw, index, genre, room, { created: itemTime(created), updated: itemTime(updated) }),
    itemId: 10_000_001 + index,
    categoryIds: [String(draw.int(1, 20)).padStart(10, "0")],
    review: { count: draw.int(0, 300), averageRating: draw.int(20, 50) / 10 },
  };
}

function drawStock(draw: Random, item: Item, variantId: string, opening: number): Stock {
  const created = Date.parse(item.created);
  return {
    manageNumber: item.manageNumber,
    variantId,
    quantity: draw.chance(0.1) ? 0 : draw.int(1, 500),
    ...(draw.chance(0.1) && {
      operationLeadTime: { normalDeliveryTimeId: 1, backOrderDeliveryTimeId: 2 },
      shipFromIds: [1],
    }),
    created,
    updated: Math.max(created, opening - draw.int(0, 20 * 86_400) * 1000),
  };
}
