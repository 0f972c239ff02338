import { type ProductCodeField, productCodeOf } from "../../../../shop/product-code.ts";
import type { WholePage } from "../draft.ts";
import type { Listing } from "../listing.ts";
import { unitOf } from "../pair.ts";
import { type CsvListing, type CsvListings, type InSlices, isPause } from "./csv-listings.ts";

/** Listings that can be brought together with the known products by themselves, and the pages that are seen whole. */
export interface Chunk {
  readonly listings: readonly CsvListing[];
  readonly pages: readonly WholePage[];
}

/** Pages with all that the files say they sell; those of which the files may not say everything are left out. */
export function* wholePages({ listings, unclear }: CsvListings): InSlices<ReadonlyMap<string, WholePage>> {
  const units = new Map<string, string[]>();
  for (const [round, { listing }] of listings.entries()) {
    if (isPause(round)) yield;
    if (unclear.has(listing.manageNumber)) continue;
    const known = units.get(listing.manageNumber);
    if (known === undefined) units.set(listing.manageNumber, [unitOf(listing)]);
    else known.push(unitOf(listing));
  }
  return new Map([...units].map(([manageNumber, some]) => [manageNumber, { manageNumber, units: some }]));
}

/** Cuts the listings into chunks of about `size`: those that share a code stay together, however many they are. */
export function* chunksOf(
  { listings }: CsvListings,
  pages: ReadonlyMap<string, WholePage>,
  field: ProductCodeField,
  size: number,
): InSlices<readonly Chunk[]> {
  const groups = new Map<string, CsvListing[]>();
  for (const [round, one] of listings.entries()) {
    if (isPause(round)) yield;
    const code = codeIn(one.listing, field);
    const group = code === "" ? undefined : groups.get(code);
    if (group === undefined) groups.set(code || `\u001f${round}`, [one]);
    else group.push(one);
  }
  const chunks: CsvListing[][] = [];
  for (const group of groups.values()) {
    const last = chunks[chunks.length - 1];
    if (last === undefined || last.length + group.length > size) chunks.push([...group]);
    else last.push(...group);
  }
  return chunks.map((some) => ({ listings: some, pages: pagesOf(some, pages) }));
}

function pagesOf(listings: readonly CsvListing[], pages: ReadonlyMap<string, WholePage>): WholePage[] {
  const numbers = new Set(listings.map(({ listing }) => listing.manageNumber));
  return [...numbers].flatMap((number) => pages.get(number) ?? []);
}

const codeIn = ({ itemNumber = "", merchantSkuId = "", jan = "", ...sku }: Listing, field: ProductCodeField): string =>
  productCodeOf({ ...sku, itemNumber, merchantSkuId, jan }, field);
