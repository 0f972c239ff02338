import { expect, test } from "vitest";
import { stopReason } from "../../../../src/desk/shop-stock/rules/stop.ts";

const rules = { stopShare: 20, stopAmount: 100 };
const many = (count: number, from: number, to: number) => Array.from({ length: count }, () => ({ from, to }));

test.each([
  ["a fifth goes to zero", many(20, 5, 0), false],
  ["more than a fifth goes to zero", many(21, 5, 0), true],
  ["all change by as much as is allowed", many(100, 0, 100), false],
  ["a fifth changes by more", many(20, 0, 101), false],
  ["more than a fifth grows by more", many(21, 0, 101), true],
  ["more than a fifth shrinks by more", many(21, 150, 49), true],
  ["both together are more than a fifth", [...many(11, 5, 0), ...many(10, 0, 101)], true],
  ["both together are a fifth", [...many(10, 500, 0), ...many(10, 0, 101)], false],
  ["nothing changes", [], false],
])("of 100 SKUs, when %s", (_, steps, stops) => {
  expect(stopReason(steps, 100, rules) !== undefined).toBe(stops);
});

test("one SKU that is sold out among many that stand right is nothing unusual", () => {
  expect(stopReason(many(1, 1, 0), 100, rules)).toBeUndefined();
  expect(stopReason(many(1, 1, 0), 4, rules)).toBeDefined();
});

test("the reason gives the numbers, says that nothing is written, and names the settings", () => {
  const reason = stopReason([...many(30, 5, 0), ...many(2, 0, 101)], 100, rules);
  expect(reason).toMatch(/100件のうち、30件が0になり、2件が100個を超えて変わります.*20％を超える.*何も書き込みません/);
  expect(reason).toMatch(/「更新を止める割合（％）」か「大きな変化とみなす数」/);
});
