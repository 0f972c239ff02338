import fc from "fast-check";
import { expect, test } from "vitest";
import { serialOf } from "../../../../src/core/jst.ts";
import { fileCell, fileName, type NumberKind } from "../../../../src/desk/stock/rules/stock-file.ts";

const at = serialOf(new Date("2026-11-29T10:30:00+09:00"));

test.each<[string | number | boolean | null, NumberKind, string | number | null]>([
  ["007", "NUMBER", "007"],
  ["=1+1", "NUMBER", "=1+1"],
  ["", "NUMBER", null],
  [null, "DATE", null],
  [1200, "NUMBER", 1200],
  [-5, "NUMBER", -5],
  [0.1 + 0.2, "NUMBER", 0.3],
  [1e21, "NUMBER", "1000000000000000000000"],
  [0.0000001, "NUMBER", "0.0000001"],
  [at, "DATE", "2026/11/29"],
  [at, "DATE_TIME", "2026/11/29 10:30"],
  [at - 4e-8, "DATE_TIME", "2026/11/29 10:30"],
  [0.4375, "TIME", "10:30"],
  [true, "NUMBER", "TRUE"],
  [false, "NUMBER", "FALSE"],
])("%j of a %s column is written as %j", (value, kind, written) => {
  expect(fileCell(value, kind)).toBe(written);
});

test("a number in a date column that is no day of any calendar stays the number", () => {
  expect(fileCell(99_999_999, "DATE")).toBe(99_999_999);
  expect(fileCell(-1, "DATE_TIME")).toBe(-1);
});

test("every whole number that a stock can be is written with just its digits", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (count) => {
      expect(Number(fileCell(count, "NUMBER"))).toBe(Number(count.toPrecision(15)));
      expect(String(fileCell(count, "NUMBER"))).toMatch(/^-?\d+$/);
    }),
  );
});

test("a file is named for its sheet and the minute in Japan in which it was read", () => {
  expect(fileName("在庫", new Date("2026-11-29T01:30:59Z"))).toBe("在庫_20261129_1030");
});
