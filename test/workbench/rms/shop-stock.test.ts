import { expect, test } from "vitest";
import type { StockMove } from "../../../workbench/rms/shop/catalogue-control.ts";
import { openSandbox } from "./open-sandbox.ts";

const PAIR = ["mihon-a", "Sku-1"] as const;
const line = (units: number) => ({
  manageNumber: PAIR[0],
  sku: { variantId: PAIR[1], merchantDefinedSkuId: null, skuInfo: null },
  units,
});

function shelf(quantity: number) {
  const { shop } = openSandbox();
  shop.setStock(...PAIR, quantity);
  return { shop, quantity: () => shop.stock(...PAIR)?.quantity };
}

test("an order takes its goods off the shelf, and a changed quantity the difference", () => {
  const { shop, quantity } = shelf(10);
  const { orderNumber } = shop.add({ lines: [line(3)] });
  expect(quantity()).toBe(7);
  shop.change(orderNumber, { units: 5 });
  expect(quantity()).toBe(5);
  shop.ship(orderNumber);
  expect(quantity()).toBe(5);
});

test.each([100, 200, 300, 400] as const)("an order cancelled at %i gives its goods back, once", (progress) => {
  const { shop, quantity } = shelf(10);
  const { orderNumber } = shop.add({ lines: [line(3)], progress: 300 });
  shop.setProgress(orderNumber, progress);
  shop.cancel(orderNumber, { progress: 800 });
  expect(quantity()).toBe(10);
  shop.cancel(orderNumber, { progress: 900 });
  expect(quantity()).toBe(10);
});

test("who watches the shelf is told what orders move, what is set, and what was not there to be taken", () => {
  const { shop } = shelf(10);
  const moves: StockMove[] = [];
  shop.onStock((move) => moves.push(move));
  shop.add({ lines: [line(3)] });
  shop.setStock(...PAIR, 2);
  shop.add({ lines: [line(5)] });
  shop.removeStock(...PAIR);
  const told = moves.map(({ by, before, after, short }) => [by, before, after, short]);
  expect(told).toEqual([
    ["order", 10, 7, 0],
    ["setting", 7, 2, 0],
    ["order", 2, 0, 3],
    ["setting", 0, undefined, 0],
  ]);
});
