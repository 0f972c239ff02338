import { expect, test } from "vitest";
import { productFigures } from "../../support/product-figures.ts";

test("a shop comes in with few calls and small commits, and ten changes to it with one call", async () => {
  const { first, second } = await productFigures(2000);
  expect(first.rows).toBeGreaterThan(1000);
  expect(first.sheetsCalls / first.rows).toBeLessThanOrEqual(3 / 1000 + 1 / first.rows);
  expect(first.largestBytes).toBeLessThan(2_000_000);
  expect(first.runs).toBe(1);
  expect(second).toMatchObject({ runs: 1, rows: expect.any(Number), itemCalls: 1, genreCalls: 0 });
  expect(second.sheetsCalls).toBeLessThanOrEqual(3);
});
