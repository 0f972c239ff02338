import fc from "fast-check";
import { expect, test } from "vitest";
import { chunks } from "../../src/core/chunks.ts";

test.each([
  [0, []],
  [1, [1]],
  [99, [99]],
  [100, [100]],
  [101, [100, 1]],
  [200, [100, 100]],
  [201, [100, 100, 1]],
])("%i things go in calls of a hundred as %j", (count, sizes) => {
  expect(chunks(Array(count).fill(""), 100).map(({ length }) => length)).toEqual(sizes);
});

test("nothing is lost, doubled or put elsewhere, whatever the size", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (all, size) => {
      expect(chunks(all, size).flat()).toEqual(all);
    }),
  );
});
