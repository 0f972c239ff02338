import { expect, test } from "vitest";
import type { Figure } from "../../../../src/desk/stock/rules/figures.ts";
import { makeableOf } from "../../../../src/desk/stock/rules/makeable.ts";

const figure = (sellable: number | null, onHand: number | null = sellable): Figure => ({
  onHand,
  reserved: 0,
  unshipped: 0,
  safety: 0,
  sellable,
  question: "",
});
const parts = [
  { code: "A", units: 3 },
  { code: "B", units: 1 },
];
const of = (figures: Readonly<Record<string, Figure>>) => makeableOf(parts, (code) => figures[code]);

test("the scarcest part decides how many sets can be made", () => {
  expect(of({ A: figure(7), B: figure(9) })).toEqual({ makeable: 2, makeableReason: "部品「A」の引当可能数 7" });
  expect(of({ A: figure(60), B: figure(9) })).toEqual({ makeable: 9, makeableReason: "部品「B」の引当可能数 9" });
});

test("none can be made of what is spoken for already", () => {
  expect(of({ A: figure(-2), B: figure(9) })).toEqual({ makeable: 0, makeableReason: "部品「A」の引当可能数 -2" });
});

test("nobody can tell while a part is not counted, not there, or has a 安全在庫 that cannot be read", () => {
  expect(of({ A: figure(7), B: figure(null) })).toEqual({ makeable: null, makeableReason: "部品「B」が未棚卸です。" });
  expect(of({ A: figure(7) })).toMatchObject({ makeable: null, makeableReason: expect.stringContaining("ありません") });
  expect(of({ A: figure(7), B: figure(null, 5) })).toMatchObject({
    makeable: null,
    makeableReason: expect.stringContaining("安全在庫"),
  });
});
