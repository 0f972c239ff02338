import * as v from "valibot";
import type { Item } from "../domain/item.ts";
import { Problem, type RowFault } from "../domain/problem.ts";
import type { Rms } from "./client.ts";
import { type Breach, type Endpoint, none, queryOf, tooMany } from "./endpoint.ts";
import { isGone, readItem } from "./item-of.ts";
import { RmsProblem } from "./rms-problem.ts";

/** Limits of RMS (rms-api 1.8, 7.2, 7.4). */
const FIVE_A_SECOND = 200;
const HITS = 100;
const LAST_OFFSET = 10_000;
const LONGEST_NUMBER = 32;

type Day = string;

/** All that items.search takes (rms-api 7.2). Dates are `YYYY-MM-DD` in Japan; texts match in part. */
export interface ItemSearch {
  readonly title?: string;
  readonly tagline?: string;
  readonly manageNumber?: string;
  readonly itemNumber?: string;
  readonly articleNumber?: string;
  readonly variantId?: string;
  readonly merchantDefinedSkuId?: string;
  readonly genreId?: string;
  readonly itemType?: "NORMAL" | "PRE_ORDER" | "BUYING_CLUB";
  readonly standardPriceFrom?: number;
  readonly standardPriceTo?: number;
  readonly isVariantStockout?: boolean;
  readonly isItemStockout?: boolean;
  readonly createdFrom?: Day;
  readonly createdTo?: Day;
  readonly updatedFrom?: Day;
  readonly updatedTo?: Day;
  readonly purchasablePeriodFrom?: Day;
  readonly purchasablePeriodTo?: Day;
  readonly isHiddenItem?: boolean;
  readonly isHiddenVariant?: boolean;
  readonly isSearchable?: boolean;
  readonly isBackOrder?: boolean;
  readonly isPostageIncluded?: boolean;
  readonly categoryId?: string;
  readonly sortKey?: "updated" | "created" | "manageNumber" | "itemDisplaySequence";
  readonly sortOrder?: "asc" | "desc";
  readonly offset?: number;
  readonly hits?: number;
  readonly cursorMark?: string;
}

const searchReply = v.object({
  numFound: v.number(),
  nextCursorMark: v.nullish(v.string()),
  /** Items are read one by one, so that one that cannot be read does not stop the others. */
  results: v.nullish(v.array(v.object({ item: v.optional(v.unknown()) }))),
});

export const itemsSearch: Endpoint<ItemSearch, v.InferOutput<typeof searchReply>> = {
  name: "items.search",
  family: "item",
  method: "get",
  interval: FIVE_A_SECOND,
  repeatable: true,
  wire: (search) => ({ path: `/es/2.0/items/search${queryOf(search)}` }),
  breach: searchBreach,
  reply: searchReply,
};

function searchBreach({ hits = 10, offset = 0, ...search }: ItemSearch): Breach | undefined {
  if (hits < 1) return { remedy: "report", text: "商品検索の件数は1件以上です。" };
  if (offset < 0 || offset > LAST_OFFSET)
    return { remedy: "report", text: `商品検索の開始位置（offset）は0〜${LAST_OFFSET}です。` };
  if (search.cursorMark !== undefined && (offset > 0 || search.sortKey || search.sortOrder))
    return { remedy: "report", text: "商品検索のcursorMarkは、開始位置や並べ替えと一緒に指定できません。" };
  return tooMany("商品検索", hits, HITS);
}

export const itemsGet: Endpoint<string, unknown> = {
  name: "items.get",
  family: "item",
  method: "get",
  interval: FIVE_A_SECOND,
  repeatable: true,
  wire: (manageNumber) => ({ path: `/es/2.0/items/manage-numbers/${encodeURIComponent(manageNumber)}` }),
  breach: (manageNumber) => none("商品管理番号", manageNumber.length) ?? numberBreach(manageNumber),
  reply: v.record(v.string(), v.unknown()),
};

const numberBreach = (manageNumber: string): Breach | undefined =>
  /^[A-Za-z0-9_-]+$/.test(manageNumber) && manageNumber.length <= LONGEST_NUMBER
    ? undefined
    : {
        remedy: "fix",
        text: `商品管理番号は半角の英数字・ハイフン・アンダーバーで${LONGEST_NUMBER}文字までです。商品管理番号を確認してください。`,
      };

export interface ItemPage {
  readonly items: readonly Item[];
  readonly faults: readonly RowFault[];
  /** Deleted lately; the search index has not forgotten them yet. */
  readonly gone: readonly string[];
  /** How many items the whole search has. */
  readonly found: number;
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
  const read = results.filter((result): result is Item => !("reason" in result));
  const { nextCursorMark: next } = reply;
  return {
    items: read.filter((item) => !isGone(item)),
    gone: read.filter(isGone).map(({ manageNumber }) => manageNumber),
    faults: results.filter((result): result is RowFault => "reason" in result),
    found: reply.numFound,
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

/** As it is now, without the delay of the search. Undefined when the shop has no such item. */
export function fetchItem(rms: Rms, manageNumber: string): Item | RowFault | undefined {
  try {
    return readItem(rms.call(itemsGet, manageNumber), manageNumber.toLowerCase());
  } catch (error) {
    if (error instanceof RmsProblem && error.status === 404 && error.code === "GE0014") return undefined;
    throw error;
  }
}
