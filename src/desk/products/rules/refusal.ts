import type { Listing } from "./listing.ts";
import { pairName, pairOf } from "./pair.ts";

/** What keeps a SKU out of 商品マスタ, and how it is told of many. */
const kinds = {
  noCode: "商品コードがない",
  placeholder: "このIDでは商品を区別できない",
  scientific: "Excelで壊れた商品コード",
  damaged: "Excelで壊れた可能性がある商品コード",
  twoCodes: "1つのSKUに商品コードが2つある",
  waiting: "商品コードの変更の確認待ち",
  set: "セット商品",
} as const;

export type RefusalKind = keyof typeof kinds;

/** A listing that was not taken. */
export interface Refusal {
  readonly listing: Listing;
  readonly kind: RefusalKind;
  /** Cause and cure, for the row itself. */
  readonly reason: string;
}

export const refusal = (listing: Listing, kind: RefusalKind, reason: string): Refusal => ({ listing, kind, reason });

export interface RefusalSummary {
  readonly kind: RefusalKind;
  readonly count: number;
  /** What it is, with the first few names: `商品コードがない（m1/a、m2 ほか）`. */
  readonly text: string;
}

const NAMED = 3;

/** One line a kind, however many there are. */
export function refusalSummaries(refusals: readonly Refusal[]): RefusalSummary[] {
  const byKind = new Map<RefusalKind, Refusal[]>();
  for (const one of refusals) {
    const some = byKind.get(one.kind);
    if (some === undefined) byKind.set(one.kind, [one]);
    else some.push(one);
  }
  return [...byKind].map(([kind, some]) => {
    const names = some.slice(0, NAMED).map(({ listing }) => pairName(pairOf(listing)));
    return {
      kind,
      count: some.length,
      text: `${kinds[kind]}（${names.join("、")}${some.length > NAMED ? " ほか" : ""}）`,
    };
  });
}
