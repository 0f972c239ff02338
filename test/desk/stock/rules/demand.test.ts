import { expect, test } from "vitest";
import { NO_SETS, type Sets } from "../../../../src/desk/sets/rules/sets.ts";
import { openDemand, unitsOf } from "../../../../src/desk/stock/rules/demand.ts";
import { orderListText } from "../../../../src/desk/stock/rules/order-list.ts";

const plain = (code: string) => code;
const SET: Sets = {
  parts: new Map([
    [
      "gift",
      [
        { code: "A", units: 3 },
        { code: "B", units: 1 },
      ],
    ],
  ]),
  refused: new Set(["broken"]),
};

/** The units of each code, by figure. */
const figures = ({ byCode }: ReturnType<typeof openDemand>) =>
  Object.fromEntries([...byCode].map(([code, one]) => [code, [unitsOf(one.reserved), unitsOf(one.unshipped)]]));

test("lines of several orders add up by code and figure", () => {
  const tally = openDemand(NO_SETS, plain);
  tally.add("reserved", "o-1", [
    { code: "A", units: 2 },
    { code: "B", units: 1 },
  ]);
  tally.add("reserved", "o-2", [{ code: "A", units: 1 }]);
  tally.add("unshipped", "o-3", [{ code: "A", units: 5 }]);
  expect(figures(tally)).toEqual({ A: [3, 5], B: [1, 0] });
});

test("a set counts as its parts beside single products, and a refused one as nothing", () => {
  const tally = openDemand(SET, plain);
  tally.add("reserved", "o-1", [
    { code: "A", units: 1 },
    { code: "GIFT", units: 2 },
    { code: "broken", units: 7 },
  ]);
  expect(figures(tally)).toEqual({ A: [7, 0], B: [2, 0] });
});

test("lines that left an order speak for nothing, and lines without a code are told", () => {
  const tally = openDemand(NO_SETS, plain);
  tally.add("reserved", "o-1", [
    { code: "A", units: 0 },
    { code: "", units: 2 },
  ]);
  expect(figures(tally)).toEqual({});
  expect(tally.codeless()).toBe(1);
});

test("the orders behind a figure stand one a line with their units, destinations of one order together", () => {
  const tally = openDemand(NO_SETS, plain);
  tally.add("reserved", "o-2", [{ code: "A", units: 2 }]);
  tally.add("reserved", "o-1", [{ code: "A", units: 1 }]);
  tally.add("reserved", "o-2", [{ code: "A", units: 3 }]);
  expect(orderListText(tally.byCode.get("A")!.reserved)).toBe("o-1×1\no-2×5");
});
