import { type ProductCodeField, productCodeOf } from "../../../shop/product-code.ts";
import { pairsOf } from "../../products/rules/pair.ts";
import { type Product, stockControlLabels } from "../../products/rules/product.ts";

/** One SKU of the shop by the two numbers that RMS asks for. */
interface ShopPair {
  readonly manageNumber: string;
  readonly variantId: string;
}

/** Whether the shop has the product and counts it, as far as anybody knows. */
export const isCounted = ({ state, stockControl }: Pick<Product, "state" | "stockControl">): boolean =>
  state !== "廃止" && (stockControl === "" || stockControl === stockControlLabels.counted);

/** The pairs of a product whose stock the shop counts, the first of the row first. Those that nobody allowed yet are not among them. */
export function countedPairs(product: Product, field: ProductCodeField): ShopPair[] {
  if (!isCounted(product)) return [];
  return pairsOf(product, productCodeOf(product, field)).flatMap(({ manageNumber, unit, asked }) =>
    asked || unit === "" || unit.startsWith("（") ? [] : [{ manageNumber, variantId: unit }],
  );
}
