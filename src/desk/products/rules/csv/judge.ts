import { type ProductCodeField, plainCode } from "../../../../shop/product-code.ts";
import { type Change, kindOf, mergeProducts } from "../merge.ts";
import { pairKey, pairOf } from "../pair.ts";
import type { KnownProducts } from "../product.ts";
import type { Refusal } from "../refusal.ts";
import { type Shelf, shelf } from "../shelf.ts";
import { chunksOf, wholePages } from "./chunks.ts";
import type { RecordAt } from "./csv-file.ts";
import type { CsvListings, InSlices } from "./csv-listings.ts";
import { type Gone, goneFrom } from "./gone.ts";

/** What the files would do to 商品マスタ. */
export interface Judged {
  readonly added: readonly Change[];
  readonly changed: readonly Change[];
  /** New or changed rows about which a person has to settle something first. */
  readonly asked: readonly Change[];
  /** Rows that the files confirm as they stand. */
  readonly unchanged: number;
  readonly refusals: readonly RefusedListing[];
  /** What the operator may have marked 廃止. */
  readonly gone: Gone;
  /** What it was judged by. */
  readonly known: Shelf;
}

export type RefusedListing = Refusal & { readonly at: RecordAt };

export interface JudgeRules {
  readonly codeField: ProductCodeField;
  /** Plain codes of セット商品. */
  readonly sets: ReadonlySet<string>;
}

/** So many listings are judged between two breaths. */
const SIZE = 500;

export function* judge(read: CsvListings, known: KnownProducts, { codeField, sets }: JudgeRules): InSlices<Judged> {
  const shelved = shelf(known, codeField);
  yield;
  const pages = yield* wholePages(read);
  const chunks = yield* chunksOf(read, pages, shelved, codeField, () => SIZE);
  const rules = { codeField, isSet: (code: string) => sets.has(plainCode(code)) };
  const kinds = { added: [] as Change[], changed: [] as Change[], asked: [] as Change[] };
  const refusals: RefusedListing[] = [];
  const confirmed = new Set<string>();
  const codes = new Set<string>();
  for (const chunk of chunks) {
    yield;
    const records = new Map(chunk.listings.map(({ listing, at }) => [listing, at]));
    const source = { listings: [...records.keys()], pages: chunk.pages, retires: false };
    const merged = mergeProducts(shelved, source, rules);
    for (const change of merged.changes) {
      const kind = kindOf(change);
      kinds[kind === "retired" ? "changed" : kind].push(change);
    }
    const touched = new Set(merged.changes.map(({ before }) => before?.productCode));
    for (const { row } of merged.changes) codes.add(row.productCode);
    for (const one of merged.refusals) {
      const at = records.get(one.listing);
      if (at !== undefined) refusals.push({ ...one, at });
      records.delete(one.listing);
    }
    for (const listing of records.keys()) {
      const owner = shelved.ownerOf(pairKey(pairOf(listing)));
      if (owner !== undefined && !touched.has(owner)) confirmed.add(owner);
    }
  }
  for (const code of confirmed) codes.add(code);
  yield;
  const gone = goneFrom(known.products, shelved, read, pages, codes);
  return { ...kinds, unchanged: confirmed.size, refusals, gone, known: shelved };
}
