import { expect, test } from "vitest";
import type { ProductCodeField } from "../../src/shop/product-code.ts";
import { productCodeOf, skuName } from "../../src/shop/product-code.ts";

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

test("a product without SKUs has one name, whether RMS repeats its 商品管理番号 or writes normal-inventory", () => {
  const names = ["tst1234", "TST1234", "normal-inventory", "normal", ""].map((variantId) =>
    skuName("tst1234", variantId),
  );
  expect(new Set(names)).toEqual(new Set([skuName("tst1234", "")]));
  expect(skuName("tst1234", "red")).not.toBe(skuName("tst1234", ""));
  expect(skuName("tst1234", "RED")).not.toBe(skuName("tst1234", "red"));
});

test("a 商品管理番号 that stands in for the SKU's number is a code: no other product has it", () => {
  expect(productCodeOf({ ...product, variantId: "m-1" }, "variantId")).toBe("m-1");
});
