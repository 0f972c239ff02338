import type { Merged } from "./merge.ts";
import type { KnownProduct, KnownProducts } from "./product.ts";

/** What is known once a merge was committed. */
export function knownAfter({ products, stocked }: KnownProducts, { changes, renames, stock }: Merged): KnownProducts {
  const rows = new Map(products.map((product) => [product.productCode, product]));
  const stockRows = new Set(stocked);
  for (const { from, to } of renames) {
    rows.set(to, { ...(rows.get(from) as KnownProduct), productCode: to });
    rows.delete(from);
    if (stockRows.delete(from)) stockRows.add(to);
  }
  for (const { row } of changes)
    rows.set(row.productCode, { ...row, confirmed: rows.get(row.productCode)?.confirmed ?? false });
  for (const { productCode } of stock) stockRows.add(productCode);
  return { products: [...rows.values()], stocked: [...stockRows] };
}
