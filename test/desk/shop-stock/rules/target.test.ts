import fc from "fast-check";
import { expect, test } from "vitest";
import { isLimits, type LimitCells, type Limits, limitsOf } from "../../../../src/desk/shop-stock/rules/limits.ts";
import { moveTo, shopTarget } from "../../../../src/desk/shop-stock/rules/target.ts";

const cells = (given: Partial<LimitCells> = {}): LimitCells => ({
  stockBuffer: null,
  stockShare: null,
  stockLimit: null,
  stockFloor: null,
  ...given,
});
const limits = (given: Partial<LimitCells> = {}): Limits => {
  const read = limitsOf(cells(given));
  if (!isLimits(read)) throw new Error(JSON.stringify(read));
  return read;
};

test.each([
  [250, 100],
  [101, 100],
  [100, 100],
  [50, 50],
  [10, 10],
  [9, 0],
  [0, 0],
  [-5, 0],
])("with an upper limit of 100 and a lower one of 10, %i free units show as %i", (free, shown) => {
  expect(shopTarget(free, limits({ stockLimit: 100, stockFloor: 10 }))).toBe(shown);
});

test.each([
  ["nothing set", {}, 7],
  ["two kept back", { stockBuffer: 2 }, 5],
  ["half of it", { stockShare: 50 }, 3],
  ["two kept back, then half", { stockBuffer: 2, stockShare: 50 }, 2],
  ["more kept back than there is", { stockBuffer: 8 }, 0],
  ["one per cent of it", { stockShare: 1 }, 0],
  ["a lower limit that the share just meets", { stockShare: 50, stockFloor: 3 }, 3],
  ["a lower limit that the share just misses", { stockShare: 50, stockFloor: 4 }, 0],
  ["an upper limit of nothing", { stockLimit: 0 }, 0],
  ["upper and lower limit alike", { stockLimit: 7, stockFloor: 7 }, 7],
])("of 7 free units the shop shows, with %s, %#", (_, given, shown) => {
  expect(shopTarget(7, limits(given))).toBe(shown);
});

test("no more than RMS takes is shown", () => {
  expect(shopTarget(250_000, limits())).toBe(99_999);
});

test.each([
  ["an upper limit below the lower one", { stockLimit: 100, stockFloor: 110 }, "stockLimit", "上限が在庫下限より"],
  ["a text", { stockLimit: undefined }, "stockLimit", "0以上の整数"],
  ["a negative number", { stockBuffer: -1 }, "stockBuffer", "0以上の整数"],
  ["half a unit", { stockFloor: 0.5 }, "stockFloor", "0以上の整数"],
  ["a share of nothing", { stockShare: 0 }, "stockShare", "1から100"],
  ["a share above all", { stockShare: 101 }, "stockShare", "1から100"],
  ["a share with a fraction", { stockShare: 33.3 }, "stockShare", "1から100"],
])("%s is refused, with the column and the cure", (_, given, column, reason) => {
  expect(limitsOf(cells(given))).toEqual([{ column, reason: expect.stringContaining(reason) }]);
});

test("each wrong cell of a product is named", () => {
  const faults = limitsOf(cells({ stockBuffer: undefined, stockShare: 200, stockLimit: -1 }));
  expect(faults).toMatchObject([{ column: "stockBuffer" }, { column: "stockShare" }, { column: "stockLimit" }]);
});

test.each([
  ["nothing was sold", 10, 10, 7, -3],
  ["one was sold before the shop was read, and the target knows of it", 9, 9, 9, 0],
  ["one was sold between the reads", 10, 9, 7, -3],
  ["the shop had 5, one was sold during the run, and the target is 5", 5, 4, 5, 0],
  ["the shop got goods back between the reads", 10, 12, 7, -5],
  ["more was sold meanwhile than was to be taken away", 10, 2, 7, -2],
  ["all was sold meanwhile", 10, 0, 3, 0],
  ["more goods arrived", 10, 10, 15, 5],
  ["more goods arrived and one was sold meanwhile", 10, 9, 15, 5],
])("when %s, the stock moves by what leaves every sale sold", (_, before, now, target, difference) => {
  expect(moveTo(target, before, now) + 0).toBe(difference);
});

test("whenever units are sold, the shop shows no more than is free, and no less than nothing", () => {
  const units = fc.nat(60);
  fc.assert(
    fc.property(units, units, units, units, units, (before, goods, a, b, c) => {
      // Nobody can buy more than the shop shows: before the orders are read, before the last look at the stock, after the write.
      const early = a % (before + 1);
      const known = b % (before - early + 1);
      const now = before - early - known;
      const moved = now + moveTo(shopTarget(goods - early, limits()), before, now);
      const late = c % (moved + 1);
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved - late).toBeLessThanOrEqual(Math.max(0, goods - early - known - late));
    }),
  );
});
