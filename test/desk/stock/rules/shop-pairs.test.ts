import { expect, test } from "vitest";
import { emptyProduct, type Product } from "../../../../src/desk/products/rules/product.ts";
import { countedPairs } from "../../../../src/desk/stock/rules/shop-pairs.ts";

const product = (given: Partial<Product> = {}): Product => ({
  ...emptyProduct("A"),
  manageNumber: "Item-1",
  variantId: "Red",
  merchantSkuId: "A",
  stockControl: "通常",
  ...given,
});
const pairs = (given?: Partial<Product>) =>
  countedPairs(product(given), "merchantSkuId").map(({ manageNumber, variantId }) => `${manageNumber}/${variantId}`);

test("every pair of a product is asked for, the first of the row first", () => {
  expect(pairs()).toEqual(["item-1/Red"]);
  expect(pairs({ otherPairs: "item-2/blue\nitem-3/x/y" })).toEqual(["item-1/Red", "item-2/blue", "item-3/x/y"]);
});

test("not those that nobody allowed yet, and none that has no SKU number", () => {
  expect(pairs({ otherPairs: "item-2/blue（要確認）" })).toEqual(["item-1/Red"]);
  expect(pairs({ variantId: "", variation: "カラー:赤" })).toEqual([]);
  expect(pairs({ manageNumber: "", variantId: "" })).toEqual([]);
});

test.each(["なし", "無制限", "頒布会"])("of a product with stock control %s the shop counts nothing", (stockControl) =>
  expect(pairs({ stockControl })).toEqual([]),
);

test("the shop does not have what is 廃止, and may count what no source told of", () => {
  expect(pairs({ state: "廃止" })).toEqual([]);
  expect(pairs({ stockControl: "" })).toEqual(["item-1/Red"]);
});
