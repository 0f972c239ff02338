import type { Serial } from "../../../core/jst.ts";

/** How RMS counts the stock of a SKU; only what it counts is told to it, and shown from it. */
export type StockControl = "counted" | "none" | "unlimited" | "club";

/**
 * One SKU on one product page of the shop, from items.search or from a CSV of RMS. What the source does not say is
 * undefined, and stays as 商品マスタ has it; what it says is blank is empty or null.
 */
export interface Listing {
  /** As RMS keeps it, in lower case. */
  readonly manageNumber: string;
  /** Empty where the page sells one thing; before the SKU project the child numbers of the choice. */
  readonly variantId: string;
  readonly itemNumber?: string | undefined;
  readonly merchantSkuId?: string | undefined;
  readonly jan?: string | undefined;
  readonly name?: string | undefined;
  /** `カラー:赤` and the next choice on a line of its own. */
  readonly variation?: string | undefined;
  readonly genreId?: string | undefined;
  /** Whole yen. */
  readonly price?: number | null | undefined;
  /** In 倉庫, the page or the SKU: not for sale. */
  readonly hidden?: boolean | undefined;
  readonly stockControl?: StockControl | undefined;
  /** What RMS has in stock; null where it does not count. */
  readonly shopStock?: number | null | undefined;
  readonly updatedAt?: Serial | null | undefined;
}
