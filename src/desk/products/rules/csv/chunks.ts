import type { ProductCodeField } from "../../../../shop/product-code.ts";
import { listedCode } from "../coded-listing.ts";
import type { WholePage } from "../draft.ts";
import { excelReads } from "../excel/excel.ts";
import type { Listing } from "../listing.ts";
import { pairKey, pairOf, unitOf } from "../pair.ts";
import type { Shelf } from "../shelf.ts";
import { bundles } from "./bundles.ts";
import { type CsvListing, type CsvListings, type InSlices, isPause } from "./csv-listings.ts";

/** Listings that can be brought together with the known products by themselves, and the pages that concern their rows. */
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

/** Cuts the listings into chunks of about the sizes given for each: what has to be judged together stays together. */
export function* chunksOf(
  { listings }: CsvListings,
  pages: ReadonlyMap<string, WholePage>,
  known: Shelf,
  field: ProductCodeField,
  size: (chunk: number) => number,
): InSlices<readonly Chunk[]> {
  const { tie, of } = bundles();
  const concerned: Concerned[] = [];
  for (const [round, { listing, at }] of listings.entries()) {
    if (isPause(round)) yield;
    const codes = codesOf(listing, known, field);
    // A file with both 7 and 007 cannot have got one from the other by Excel.
    concerned.push({ listing, at, codes, tied: tie([...codes, ...codes.flatMap(excelReads)]) });
  }
  const groups = new Map<number, Concerned[]>();
  for (const [round, one] of concerned.entries()) {
    if (isPause(round)) yield;
    const bundle = of(one.tied);
    const group = groups.get(bundle);
    if (group === undefined) groups.set(bundle, [one]);
    else group.push(one);
  }
  const chunks: Concerned[][] = [];
  for (const group of groups.values()) {
    const last = chunks[chunks.length - 1];
    if (last === undefined || last.length + group.length > size(chunks.length - 1)) chunks.push([...group]);
    else last.push(...group);
  }
  return chunks.map((some) => ({ listings: some, pages: pagesOf(some, pages, known) }));
}

interface Concerned extends CsvListing {
  /** Of the rows that the listing concerns. */
  readonly codes: readonly string[];
  readonly tied: number;
}

/** Those on which the rows of these listings were sold so far: only there something of theirs can be gone. */
function pagesOf(some: readonly Concerned[], pages: ReadonlyMap<string, WholePage>, known: Shelf): WholePage[] {
  const products = new Set(some.flatMap(({ codes }) => codes.flatMap((code) => known.product(code) ?? [])));
  const numbers = new Set(
    [...products].flatMap((product) => known.pairs(product).map(({ manageNumber }) => manageNumber)),
  );
  return [...numbers].flatMap((number) => pages.get(number) ?? []);
}

/** The row of the listing's code, and the one that has it so far. */
function codesOf(listing: Listing, known: Shelf, field: ProductCodeField): string[] {
  const code = listedCode(listing, field);
  const owner = known.ownerOf(pairKey(pairOf(listing)));
  return [...(code === "" ? [] : [code]), ...(owner === undefined || owner === code ? [] : [owner])];
}
