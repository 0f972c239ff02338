import { type ProductCodeField, productCodeOf } from "../../../shop/product-code.ts";
import { originalAmong } from "./excel/original.ts";
import { type Pair, pairKey, pairsOf } from "./pair.ts";
import type { KnownProduct, KnownProducts } from "./product.ts";

/** The known products, found by what a merge asks for. */
export interface Shelf {
  readonly product: (code: string) => KnownProduct | undefined;
  readonly pairs: (product: KnownProduct) => readonly Pair[];
  /** The code of the row that has the pair. */
  readonly ownerOf: (key: string) => string | undefined;
  /** Codes of the rows that have a pair of the page. */
  readonly ofItem: (manageNumber: string) => readonly string[];
  /** The row that may become one of this code, when all its pairs have moved to it. */
  readonly askingFor: (code: string) => string | undefined;
  readonly isStocked: (code: string) => boolean;
  readonly genreName: (genreId: string) => string;
  /** The known code that Excel would write as this one. */
  readonly brokenFrom: (code: string) => string | undefined;
}

export function shelf({ products, stocked }: KnownProducts, field: ProductCodeField): Shelf {
  const byCode = new Map(products.map((product) => [product.productCode, product]));
  const stock = new Set(stocked);
  const pairs = new Map<string, readonly Pair[]>();
  const owners = new Map<string, string>();
  const items = new Map<string, Set<string>>();
  const genres = new Map<string, string>();
  const asking = new Map<string, string>();
  for (const product of products) {
    const own = pairsOf(product, productCodeOf(product, field));
    pairs.set(product.productCode, own);
    const moved = own.filter((pair) => !pair.asked);
    const to = moved.every(({ movedTo }) => movedTo !== "") ? moved[0]?.movedTo : undefined;
    if (to !== undefined && product.state !== "廃止") asking.set(to, product.productCode);
    if (product.genreName !== "") genres.set(product.genreId, product.genreName);
    for (const pair of own) {
      const key = pairKey(pair);
      if (!owners.has(key)) owners.set(key, product.productCode);
      const codes = items.get(pair.manageNumber) ?? new Set();
      items.set(pair.manageNumber, codes.add(product.productCode));
    }
  }
  return {
    product: (code) => byCode.get(code),
    pairs: ({ productCode }) => pairs.get(productCode) ?? [],
    ownerOf: (key) => owners.get(key),
    ofItem: (manageNumber) => [...(items.get(manageNumber) ?? [])],
    askingFor: (code) => asking.get(code),
    isStocked: (code) => stock.has(code),
    genreName: (genreId) => genres.get(genreId) ?? "",
    brokenFrom: originalAmong(byCode.keys()),
  };
}
