import type { WholePage } from "../draft.ts";
import { pairKey } from "../pair.ts";
import type { KnownProduct } from "../product.ts";
import type { Shelf } from "../shelf.ts";
import type { CsvListings } from "./csv-listings.ts";

/** What the shop has no more, if the files are all that it has. */
export interface Gone {
  /** Rows that would become 廃止. */
  readonly products: readonly KnownProduct[];
  /** The pages to merge for that: they show what is left of each. */
  readonly pages: readonly WholePage[];
}

/** `codes` have a listing in the files: their rows only lose the pairs that are gone. */
export function goneFrom(
  products: readonly KnownProduct[],
  known: Shelf,
  { listings, unclear }: Pick<CsvListings, "listings" | "unclear">,
  pages: ReadonlyMap<string, WholePage>,
  codes: ReadonlySet<string>,
): Gone {
  const inFiles = new Set([...unclear, ...listings.map(({ listing }) => listing.manageNumber)]);
  const left = new Map<string, ReadonlySet<string>>();
  const isGone = (pair: { readonly manageNumber: string; readonly unit: string }): boolean => {
    const { manageNumber } = pair;
    if (!inFiles.has(manageNumber)) return true;
    const page = pages.get(manageNumber);
    if (page === undefined) return false;
    const keys = left.get(manageNumber) ?? new Set(page.units.map((unit) => pairKey({ manageNumber, unit })));
    left.set(manageNumber, keys);
    return !keys.has(pairKey(pair));
  };
  const lacking = new Set<string>();
  const gone = products.filter((product) => {
    if (product.state === "廃止") return false;
    const pairs = known.pairs(product);
    const missing = pairs.filter(isGone);
    for (const { manageNumber } of missing) lacking.add(manageNumber);
    return pairs.length > 0 && missing.length === pairs.length && !codes.has(product.productCode);
  });
  return {
    products: gone,
    pages: [...lacking].map((manageNumber) => pages.get(manageNumber) ?? { manageNumber, units: [] }),
  };
}
