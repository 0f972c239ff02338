import { expect, test } from "vitest";
import { figureOf, isSafety, questionOf } from "../../../../src/desk/stock/rules/figures.ts";

const demand = (reserved: number, unshipped: number) => ({
  reserved: new Map([["o-1", reserved]]),
  unshipped: new Map([["o-2", unshipped]]),
});
const known = { onHand: 10, safety: null, demand: demand(3, 1), question: "" } as const;

test("引当可能数 is what is on hand less what is spoken for and what is kept", () => {
  expect(figureOf(known)).toMatchObject({ reserved: 3, unshipped: 1, safety: 0, sellable: 6 });
  expect(figureOf({ ...known, safety: 2 })).toMatchObject({ safety: 2, sellable: 4 });
});

test("it goes below zero, and is unknown, never zero, while nobody counted or 安全在庫 cannot be read", () => {
  expect(figureOf({ ...known, onHand: -5 })).toMatchObject({ onHand: -5, sellable: -9 });
  expect(figureOf({ ...known, onHand: null })).toMatchObject({ onHand: null, sellable: null, reserved: 3 });
  expect(figureOf({ ...known, safety: undefined })).toMatchObject({ sellable: null });
});

test.each([
  [null, true],
  [0, true],
  [5, true],
  [-1, false],
  [1.5, false],
  [undefined, false],
])("安全在庫 %s can be used: %s", (amount, usable) => expect(isSafety(amount)).toBe(usable));

const asking = { productsLike: [], isSet: false, isSold: true, asked: false };

test("a code that is sold and in no product asks until it is known, also when its orders are gone", () => {
  expect(questionOf(asking)).toContain("「商品マスタ」にありません");
  expect(questionOf({ ...asking, isSold: false, asked: true })).toContain("「商品マスタ」にありません");
  expect(questionOf({ ...asking, asked: true, productsLike: ["A"] })).toBe("");
});

test("rows that nobody sold ask nothing, and neither does any while no products were fetched", () => {
  expect(questionOf({ ...asking, isSold: false })).toBe("");
  expect(questionOf({ ...asking, asked: true, productsLike: undefined })).toBe("");
});

test("a code that may mean several products, and one of a set, say so", () => {
  expect(questionOf({ ...asking, productsLike: ["A-1", "a-1"] })).toContain("A-1、a-1");
  expect(questionOf({ ...asking, isSold: false, isSet: true })).toContain("セット商品");
});
