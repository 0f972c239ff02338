import { expect, test } from "vitest";
import { readCount, readWhole } from "../../../../src/desk/ledger/rules/quantity.ts";

const typed = (cell: string | number | boolean | null, isFormula = false) => ({ cell, isFormula });

test.each([
  [12, 12],
  [0, 0],
  ["12", 12],
  ["１２", 12],
  [" 12 ", 12],
  ["0", 0],
  ["1,200", 1200],
  ["１，２００", 1200],
  ["1,234,567", "大きすぎます"],
  ["007", 7],
])("a count typed as %j is %j", (cell, count) => {
  const read = readCount(typed(cell));
  if (typeof count === "number") expect(read).toBe(count);
  else expect(read).toContain(count);
});

test.each([
  ["12個", "数として読めません"],
  ["-", "数として読めません"],
  ["1,2", "数として読めません"],
  ["12,00", "数として読めません"],
  ["十二", "数として読めません"],
  [true, "数として読めません"],
  ["#REF!", "数として読めません"],
  [3.5, "整数を入力"],
  ["3.5", "整数を入力"],
  ["３．５", "整数を入力"],
  [-1, "0以上"],
  ["-1", "0以上"],
  ["−1", "0以上"],
  ["▲1", "0以上"],
  [4901234567894, "大きすぎます"],
])("a count typed as %j is refused: %s", (cell, reason) => {
  expect(readCount(typed(cell))).toContain(reason);
});

test("what a formula shows is no count, however right it looks", () => {
  expect(readCount(typed(12, true))).toContain("数式は使えません");
});

test.each([null, "", "　"])("%j is no count, and nothing wrong", (cell) => {
  expect(readCount(typed(cell))).toBeNull();
});

test.each([
  ["-3", -3],
  ["－３", -3],
  ["−3", -3],
  ["▲3", -3],
  ["△ 3", -3],
  ["+3", 3],
  ["-1,200", -1200],
  [-3, -3],
])("a correction typed as %j is %j", (cell, quantity) => {
  expect(readWhole(typed(cell))).toBe(quantity);
});

test("minus nothing is nothing", () => {
  expect(Object.is(readWhole(typed("-0")), 0)).toBe(true);
});
