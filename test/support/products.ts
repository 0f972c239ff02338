import type { Listing } from "../../src/desk/products/rules/listing.ts";
import { type Merged, type MergeRules, mergeProducts, type Source } from "../../src/desk/products/rules/merge.ts";
import { unitOf } from "../../src/desk/products/rules/pair.ts";
import type { KnownProduct, KnownProducts } from "../../src/desk/products/rules/product.ts";
import { shelf } from "../../src/desk/products/rules/shelf.ts";

/** A SKU on a page of the shop, plain but for what is given. */
export const listing = (manageNumber: string, variantId: string, given: Partial<Listing> = {}): Listing => ({
  manageNumber,
  variantId,
  itemNumber: "",
  merchantSkuId: "",
  jan: "",
  name: "見本品",
  variation: "",
  genreId: "100000",
  price: 500,
  hidden: false,
  stockControl: "counted",
  updatedAt: 46000,
  ...given,
});

/** The whole pages that these listings make up. */
export const pagesOf = (listings: readonly Listing[]): Source["pages"] =>
  [...new Set(listings.map(({ manageNumber }) => manageNumber))].map((manageNumber) => ({
    manageNumber,
    units: listings.filter((one) => one.manageNumber === manageNumber).map(unitOf),
  }));

/** 商品マスタ and 在庫 in memory, which merges one source after another. */
export function master(given: Partial<MergeRules> = {}) {
  const rules: MergeRules = { codeField: "merchantSkuId", isSet: () => false, ...given };
  const rows = new Map<string, KnownProduct>();
  const stock = new Map<string, string>();
  const known = (): KnownProducts => ({ products: [...rows.values()], stocked: [...stock.keys()] });
  const merge = (source: Source): Merged => {
    const merged = mergeProducts(shelf(known(), rules.codeField), source, rules);
    for (const { from, to } of merged.renames) {
      const row = rows.get(from) as KnownProduct;
      rows.delete(from);
      rows.set(to, { ...row, productCode: to });
      if (stock.has(from)) stock.set(to, stock.get(from) as string);
      stock.delete(from);
    }
    for (const { row } of merged.changes)
      rows.set(row.productCode, { ...row, confirmed: rows.get(row.productCode)?.confirmed ?? false });
    for (const { productCode } of merged.stock) if (!stock.has(productCode)) stock.set(productCode, productCode);
    return merged;
  };
  return {
    rows,
    /** By the code under which each row of 在庫 was added. */
    stock,
    known,
    merge,
    row: (code: string) => rows.get(code),
    codes: () => [...rows.keys()].sort(),
    /** Pages of the shop as they are now, whole. */
    sees: (...listings: Listing[]) => merge({ listings, pages: pagesOf(listings), retires: true }),
    /** Some rows of a CSV. */
    reads: (...listings: Listing[]) => merge({ listings, pages: pagesOf(listings), retires: false }),
    loses: (manageNumber: string) => merge({ listings: [], pages: [{ manageNumber, units: [] }], retires: true }),
    ticks(code: string, confirmed = true) {
      rows.set(code, { ...(rows.get(code) as KnownProduct), confirmed });
    },
  };
}
