import { expect, test } from "vitest";
import { isSeal, sealOf } from "../../../src/workbook/declare/seal.ts";

test("what moves from one cell into its neighbour breaks the seal", () => {
  const seals = [
    ["東京都千代田区", ""],
    ["", "東京都千代田区"],
    ["東京都", "千代田区"],
    ["東京都千代", "田区"],
  ].map(sealOf);
  expect(new Set(seals).size).toBe(seals.length);
});

test("cells that change places, and a cell more at the end, break the seal", () => {
  const seals = [["a", "b"], ["b", "a"], ["a", "b", ""], ["a"]].map(sealOf);
  expect(new Set(seals).size).toBe(seals.length);
});

test.each([
  ["an empty cell and an empty text", [null, 1], ["", 1]],
  ["a time whose last digits a sheet has rounded", [46_350.123_456_789_01], [46_350.123_456_789_1]],
])("%s are sealed alike", (_, one, other) => expect(sealOf(one)).toBe(sealOf(other)));

test("a seal looks like one, and a delivery method that people write does not", () => {
  expect(isSeal(sealOf(["注文", 1, true, null]))).toBe(true);
  for (const cell of ["#1", "#12345678901234567", "宅配便", 12_345_678, null]) expect(isSeal(cell)).toBe(false);
});
