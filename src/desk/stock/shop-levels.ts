import { chunks } from "../../core/chunks.ts";
import type { Rms } from "../../rms/client/client.ts";
import { fetchStock, PAIRS_PER_READ, pairKey, type SkuPair } from "../../rms/inventory/inventories.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { RowFor } from "../../workbook/declare/row.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { productTable } from "../products/product-table.ts";
import { emptyProduct, type Product } from "../products/rules/product.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { countedPairs, isCounted } from "./rules/shop-pairs.ts";
import type { stockTable } from "./stock-table.ts";

/** A product of 商品マスタ as the shop counts it. */
export interface SoldProduct {
  readonly pairs: readonly SkuPair[];
  /** The shop keeps a count of it. */
  readonly counted: boolean;
}

/** What a pair and its product code are told from. */
const READ = [
  "state",
  "stockControl",
  "manageNumber",
  "variantId",
  "variation",
  "otherPairs",
  "itemNumber",
  "merchantSkuId",
  "jan",
] as const satisfies readonly (keyof Product)[];

/** By product code. */
export function soldProducts(book: Book, { productCode: field }: Settings): ReadonlyMap<string, SoldProduct> {
  const state = book.state(productTable);
  const sold = new Map<string, SoldProduct>();
  for (const [code, row] of state.rows) {
    const texts = Object.fromEntries(READ.map((name) => [name, String(cellAt(state, row, name) ?? "").trim()]));
    const product = { ...emptyProduct(code), ...texts };
    sold.set(code, { pairs: countedPairs(product, field), counted: isCounted(product) });
  }
  return sold;
}

/** What the shop has of these products now, by `pairKey`; what is not in it the shop does not count. */
export function shopLevels(rms: Rms, products: ReadonlyMap<string, SoldProduct>): ReadonlyMap<string, number> {
  const pairs = [
    ...new Map([...products.values()].flatMap((one) => one.pairs.map((pair) => [pairKey(pair), pair]))).values(),
  ];
  const levels = new Map<string, number>();
  for (const some of chunks(pairs, PAIRS_PER_READ))
    for (const level of fetchStock(rms, some).levels) levels.set(pairKey(level), level.quantity);
  return levels;
}

/** 楽天在庫数 of a row: that of the first pair, as the import of products has it. Undefined where nothing can be asked. */
export function shopStockOf(
  productCode: string,
  { pairs: [first], counted }: SoldProduct,
  levels: ReadonlyMap<string, number>,
): RowFor<typeof stockTable, "shopStock"> | undefined {
  if (first !== undefined) return { productCode, shopStock: levels.get(pairKey(first)) ?? null };
  return counted ? undefined : { productCode, shopStock: null };
}
