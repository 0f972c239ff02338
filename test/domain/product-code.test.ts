import { expect, test } from "vitest";
import { productCodeOf } from "../../src/domain/product-code.ts";
import type { ProductCodeField } from "../../src/domain/settings.ts";

const product = { manageNumber: "m-1", itemNumber: "0012", variantId: "sku-1", merchantSkuId: " s-1 " };

test.each<[ProductCodeField, string]>([
  ["manageNumber", "m-1"],
  ["itemNumber", "0012"],
  ["variantId", "sku-1"],
  ["merchantSkuId", "s-1"],
  ["jan", ""],
])("the code comes from the chosen field: %s", (field, code) => {
  expect(productCodeOf(product, field)).toBe(code);
});

test("a SKU number that RMS gives to every product without SKUs is no code", () => {
  expect(productCodeOf({ ...product, variantId: "normal-inventory" }, "variantId")).toBe("");
});
