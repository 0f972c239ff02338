import type { Serial } from "../../../core/jst.ts";
import type { StockControl } from "./listing.ts";

/** A row of 商品マスタ as the import writes it. */
export interface Product {
  readonly productCode: string;
  readonly state: ProductState;
  /** What a person has to settle; empty where there is nothing. */
  readonly question: string;
  /** What 確認済 settled. */
  readonly acknowledged: string;
  readonly name: string;
  readonly variation: string;
  /** With `variantId`, the pair that the row was taken from; empty where people typed the row. */
  readonly manageNumber: string;
  readonly variantId: string;
  /** Further pairs with this code, one a line (pair.ts). */
  readonly otherPairs: string;
  readonly itemNumber: string;
  readonly merchantSkuId: string;
  readonly jan: string;
  readonly genreId: string;
  readonly genreName: string;
  readonly price: number | null;
  /** As `stockControlLabels` has it; empty where no source told. */
  readonly stockControl: string;
  readonly updatedAt: Serial | null;
}

/** 廃止: the shop has it no more. 倉庫: not for sale. */
export type ProductState = "" | "要確認" | "廃止" | "倉庫";

/** The row as it stands, with what people ticked. */
export interface KnownProduct extends Product {
  /** 確認済 */
  readonly confirmed: boolean;
}

/** What a merge has to know of the workbook. Plain JSON, so that a panel can have it too. */
export interface KnownProducts {
  readonly products: readonly KnownProduct[];
  /** Codes that have a row in 在庫. */
  readonly stocked: readonly string[];
}

export const stockControlLabels: Readonly<Record<StockControl, string>> = {
  counted: "通常",
  none: "なし",
  unlimited: "無制限",
  club: "頒布会",
};

export const emptyProduct = (productCode: string): Product => ({
  productCode,
  state: "",
  question: "",
  acknowledged: "",
  name: "",
  variation: "",
  manageNumber: "",
  variantId: "",
  otherPairs: "",
  itemNumber: "",
  merchantSkuId: "",
  jan: "",
  genreId: "",
  genreName: "",
  price: null,
  stockControl: "",
  updatedAt: null,
});
