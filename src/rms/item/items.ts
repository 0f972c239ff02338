import { isFault, Problem, type RowFault } from "../../core/problem.ts";
import type { Item } from "../../shop/item.ts";
import type { Rms } from "../client/client.ts";
import { isGone, readItem } from "./item-of.ts";
import { HITS, type ItemSearch, itemsSearch } from "./items-search.ts";

export interface ItemPage {
  readonly items: readonly Item[];
  readonly faults: readonly RowFault[];
  /** Deleted lately; the search index has not forgotten them yet. */
  readonly gone: readonly string[];
  /** How many results it has, whatever they are. */
  readonly size: number;
  /** How many items the whole search has. */
  readonly found: number;
  /** Where it began. */
  readonly mark: string;
  /** Where the next page begins; undefined after the last. A cursor that may be kept and gone on from later. */
  readonly next: string | undefined;
}

export type ItemFilter = Omit<ItemSearch, "offset" | "hits" | "cursorMark" | "sortKey" | "sortOrder">;

/** Where the first page begins. */
export const FIRST_PAGE = "*";

/** One page of 100 items. Items that are new or changed may take RMS up to a day to show here. */
export function itemPage(rms: Rms, filter: ItemFilter, mark: string = FIRST_PAGE): ItemPage {
  const reply = rms.call(itemsSearch, { ...filter, hits: HITS, cursorMark: mark });
  const results = (reply.results ?? []).map(({ item }) => readItem(item));
  const read = results.filter((result): result is Item => !isFault(result));
  const { nextCursorMark: next } = reply;
  return {
    items: read.filter((item) => !isGone(item)),
    gone: read.filter(isGone).map(({ manageNumber }) => manageNumber),
    faults: results.filter(isFault),
    size: results.length,
    found: reply.numFound,
    mark,
    next: next && next !== mark && results.length > 0 ? next : undefined,
  };
}

/** All pages from a mark on. Throws when RMS leads in a circle: what lies behind it would be missing without a word. */
export function* itemPages(rms: Rms, filter: ItemFilter, from: string = FIRST_PAGE): Generator<ItemPage, void> {
  const marks = new Set<string>();
  for (let mark: string | undefined = from; mark !== undefined; ) {
    marks.add(mark);
    const page: ItemPage = itemPage(rms, filter, mark);
    yield page;
    mark = page.next;
    if (mark !== undefined && marks.has(mark))
      throw new Problem(
        "wait",
        "楽天の商品検索が同じページを繰り返し返しました。しばらくしてからもう一度実行してください。",
      );
  }
}
