import type { Coded } from "./coded-listing.ts";
import type { Listing } from "./listing.ts";
import { type Pair, pairKey, pairOf } from "./pair.ts";
import type { KnownProduct } from "./product.ts";
import type { Shelf } from "./shelf.ts";

/** A row of 商品マスタ while what came in is brought together with what is known. */
export interface Draft {
  code: string;
  readonly before: KnownProduct | undefined;
  /** By their keys, the first of the row first. */
  pairs: Map<string, Pair>;
  /** Those that the shop has no more. */
  readonly gone: Set<string>;
  readonly listings: Map<string, Listing>;
  /** The questions that people settled. */
  readonly settled: string[];
}

/** One page of the shop with all that it sells; nothing where the page is gone. */
export interface WholePage {
  readonly manageNumber: string;
  /** As `unitOf` names them. */
  readonly units: readonly string[];
}

export interface Drafts {
  readonly all: Set<Draft>;
  readonly find: (code: string) => Draft | undefined;
  /** Puts a listing on the row that has its pair, or on that of its code. */
  readonly place: (coded: Coded) => void;
  /** Puts a listing on the row of its code, as a pair to be asked about. */
  readonly join: (coded: Coded) => Draft;
  /** Notes which pairs of a page are gone: of all rows, or of those alone that something was placed on. */
  readonly see: (page: WholePage, ofAll: boolean) => void;
  readonly rename: (draft: Draft, code: string) => void;
  readonly remove: (draft: Draft) => void;
}

export function openDrafts(known: Shelf): Drafts {
  const byCode = new Map<string, Draft>();
  const all = new Set<Draft>();
  /** Codes that their rows have left: what has one now is new. */
  const vacated = new Set<string>();
  const draftOf = (code: string): Draft => {
    const found = byCode.get(code);
    if (found !== undefined) return found;
    const draft = draftFrom(code, known, vacated.has(code) ? undefined : known.product(code));
    byCode.set(code, draft);
    all.add(draft);
    return draft;
  };
  const join = ({ listing, code }: Coded): Draft => {
    const draft = draftOf(code);
    const pair = pairOf(listing);
    draft.gone.delete(pairKey(pair));
    draft.pairs.set(pairKey(pair), { ...pair, asked: true });
    draft.listings.set(pairKey(pair), listing);
    return draft;
  };
  return {
    all,
    find: (code) => byCode.get(code),
    join,
    place(coded) {
      const key = pairKey(pairOf(coded.listing));
      const owner = known.ownerOf(key);
      if (owner === undefined || !stay(draftOf(owner), key, coded)) join(coded);
    },
    see({ manageNumber, units }, ofAll) {
      const number = manageNumber.toLowerCase();
      const sold = new Set(units.map((unit) => pairKey({ manageNumber: number, unit })));
      for (const code of known.ofItem(number)) {
        const draft = ofAll ? draftOf(code) : byCode.get(code);
        for (const [key, pair] of draft?.pairs ?? [])
          if (pair.manageNumber === number && !sold.has(key)) draft?.gone.add(key);
      }
    },
    rename(draft, code) {
      byCode.delete(draft.code);
      vacated.add(draft.code);
      byCode.set(code, draft);
      draft.code = code;
    },
    remove(draft) {
      byCode.delete(draft.code);
      all.delete(draft);
    },
  };
}

/** What is 廃止 has nothing until the shop shows it again. */
function draftFrom(code: string, known: Shelf, before: KnownProduct | undefined): Draft {
  const pairs = new Map((before === undefined ? [] : known.pairs(before)).map((pair) => [pairKey(pair), pair]));
  const gone = new Set(before?.state === "廃止" ? pairs.keys() : []);
  return { code, before, pairs, gone, listings: new Map(), settled: [] };
}

/** False where the pair was only asked about, and has another code now. */
function stay(draft: Draft, key: string, { listing, code }: Coded): boolean {
  const pair = draft.pairs.get(key) as Pair;
  if (pair.asked && code !== draft.code) {
    draft.pairs.delete(key);
    return false;
  }
  draft.gone.delete(key);
  const { manageNumber, unit } = pairOf(listing);
  draft.pairs.set(key, { ...pair, manageNumber, unit, movedTo: code === draft.code ? "" : code });
  draft.listings.set(key, listing);
  return true;
}
