import type { Serial } from "../core/jst.ts";

/** A product page of the shop with the SKUs that it sells. */
export interface Item {
  readonly manageNumber: string;
  readonly itemNumber: string;
  readonly name: string;
  /** Six digits; empty where RMS gives none. */
  readonly genreId: string;
  /** In 倉庫: not for sale. */
  readonly hidden: boolean;
  /** Why RMS does not count the stock of its SKUs; undefined where it does. */
  readonly uncounted: "unlimited" | "club" | undefined;
  readonly updatedAt: Serial | null;
  readonly skus: readonly Sku[];
}

export interface Sku {
  /** Unique within its item only. */
  readonly variantId: string;
  readonly merchantSkuId: string;
  /** JAN and the like; empty where the shop gave a reason for having none. */
  readonly catalogueId: string;
  /** `カラー:赤` and the next choice on a line of its own. */
  readonly variation: string;
  /** Whole yen; null where RMS gives none. */
  readonly price: number | null;
  readonly hidden: boolean;
}
