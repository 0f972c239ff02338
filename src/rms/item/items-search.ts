import * as z from "zod/mini";
import { type Breach, type Endpoint, queryOf, tooMany } from "../client/endpoint.ts";

/** Limits of RMS (rms-api 1.8, 7.2). */
export const FIVE_A_SECOND = 200;
export const HITS = 100;
const LAST_OFFSET = 10_000;

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

const searchReply = z.object({
  numFound: z.number(),
  nextCursorMark: z.nullish(z.string()),
  /** Items are read one by one, so that one that cannot be read does not stop the others. */
  results: z.nullish(z.array(z.object({ item: z.optional(z.unknown()) }))),
});

export const itemsSearch: Endpoint<ItemSearch, z.infer<typeof searchReply>> = {
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
    return { remedy: "report", text: `商品検索の開始位置（offset）は0～${LAST_OFFSET}です。` };
  if (search.cursorMark !== undefined && (offset > 0 || search.sortKey || search.sortOrder))
    return { remedy: "report", text: "商品検索のcursorMarkは、開始位置や並べ替えと一緒に指定できません。" };
  return tooMany("商品検索", hits, HITS);
}
