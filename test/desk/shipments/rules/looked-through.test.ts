import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isLookedThrough,
  type LookedThrough,
  lookedThrough,
} from "../../../../src/desk/shipments/rules/looked-through.ts";

const number = (at: number): string => `123456-20261123-${String(at).padStart(10, "0")}`;

test("a pass that was cut off goes on below the last order that it looked at, once it has seen what came since", () => {
  const [a, b, c, d] = [4, 3, 2, 1].map(number) as [string, string, string, string];
  const first = lookedThrough(undefined, [b, c, d], [c, d]);
  expect([a, b, c, d].map((one) => isLookedThrough(first, one))).toEqual([false, true, false, false]);
  expect(lookedThrough(first, [a, c, d], [a, c, d])).toEqual(first);
  const second = lookedThrough(first, [a, c, d], [c, d]);
  expect([a, b, c, d].map((one) => isLookedThrough(second, one))).toEqual([true, true, false, false]);
  const last = lookedThrough(second, [c, d], []);
  expect([a, b, c, d].map((one) => isLookedThrough(last, one))).toEqual([true, true, true, true]);
});

test("however little time each run of a pass has, and whatever comes in between, each order is looked at, and none is thought so that was not", () => {
  const runs = fc.array(fc.record({ room: fc.integer({ min: 1, max: 4 }), come: fc.nat({ max: 2 }) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 20 }), runs, (start, all) => {
      const shop = new Set(start.map((at) => number(at)));
      const looked = new Set<string>();
      let through: LookedThrough | undefined;
      let next = 100;
      for (const { room, come } of all) {
        for (let n = 0; n < come; n++) shop.add(number(next++));
        const rest = [...shop]
          .filter((one) => !isLookedThrough(through, one))
          .sort()
          .reverse();
        for (const one of rest.slice(0, room)) looked.add(one);
        if (rest.length > 0) through = lookedThrough(through, rest, rest.slice(room));
        for (const one of shop) if (isLookedThrough(through, one)) expect(looked).toContain(one);
        if (room >= rest.length) expect([...looked].sort()).toEqual([...shop].sort());
      }
    }),
  );
});
