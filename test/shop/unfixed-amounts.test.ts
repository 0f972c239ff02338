import { expect, test } from "vitest";
import type { Order, Package } from "../../src/shop/order.ts";
import { unfixedAmounts } from "../../src/shop/unfixed-amounts.ts";
import { destination, order } from "../support/order.ts";

const unfixed = (code: number, of: Partial<Order>, to: Partial<Package> = {}): string[] =>
  unfixedAmounts(order({ payment: { code, name: "支払方法" }, ...of }), destination(to));

test.each([1, 2, 8, 9, 21])("payment method %i: nothing is open where every amount is fixed, be it 0", (code) => {
  expect(unfixed(code, {})).toEqual([]);
  expect(unfixed(code, { requestPrice: 0 }, { goodsPrice: 0, postage: 0, codFee: 0 })).toEqual([]);
});

test.each([1, 2, 9, 14, 21])("payment method %i: an open postage leaves open what the buyer has to pay", (code) => {
  expect(unfixed(code, { requestPrice: null }, { postage: null })).toEqual(["送料", "請求金額"]);
});

test.each<[Partial<Package>, string]>([
  [{ goodsPrice: null }, "商品金額"],
  [{ postage: null }, "送料"],
  [{ codFee: null }, "代引料"],
])("cash on delivery needs every amount of the destination, and other methods the sum alone: %o", (to, name) => {
  expect(unfixed(2, {}, to)).toEqual([name]);
  expect(unfixed(1, {}, to)).toEqual([]);
});
