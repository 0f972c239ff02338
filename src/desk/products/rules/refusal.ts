import { groupedBy } from "../../../core/grouped.ts";
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
  return [...groupedBy(refusals, ({ kind }) => kind)].map(([kind, some]) => {
    const text = withNames(kinds[kind], some, ({ listing }) => pairName(pairOf(listing)));
    return { kind, count: some.length, text };
  });
}

/** What some have in common, with the first of them by name. */
export const withNames = <One>(what: string, some: readonly One[], nameOf: (one: One) => string): string =>
  `${what}（${some.slice(0, NAMED).map(nameOf).join("、")}${some.length > NAMED ? " ほか" : ""}）`;
