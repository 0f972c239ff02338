import fc from "fast-check";
import { expect, test } from "vitest";
import {
  LISTED_ORDERS,
  type OrderShare,
  orderList,
  orderListText,
} from "../../../../src/desk/stock/rules/order-list.ts";

const numberOf = (at: number) => `123456-20261124-${String(at).padStart(10, "0")}`;
const shares = (count: number) => Array.from({ length: count }, (_, at) => ({ orderNumber: numberOf(at), units: 2 }));
const unitsOf = (all: Iterable<OrderShare>) => new Map([...all].map(({ orderNumber, units }) => [orderNumber, units]));

test("each order behind a figure stands on a line with its units, the oldest first", () => {
  const text = orderListText(
    new Map([
      [numberOf(7), 1],
      [numberOf(3), 12],
    ]),
  );
  expect(text).toBe(`${numberOf(3)}×12\n${numberOf(7)}×1`);
});

test("500 orders are listed, and those beyond are counted", () => {
  expect(orderList(orderListText(unitsOf(shares(LISTED_ORDERS))))).toMatchObject({ beyond: 0 });
  const text = orderListText(unitsOf(shares(LISTED_ORDERS + 12)));
  expect(text.split("\n").at(-1)).toBe("ほか12件");
  expect(orderList(text)).toEqual({ shares: shares(LISTED_ORDERS), beyond: 12, unread: [] });
});

test("a cell with the longest order numbers there are stays far below what Google lets a cell hold", () => {
  const longest = shares(20_000).map(({ orderNumber }) => ({ orderNumber: `9${orderNumber}`, units: 99_999 }));
  expect(orderListText(unitsOf(longest)).length).toBeLessThan(25_000);
});

test("no order is no text", () => {
  expect(orderListText(new Map())).toBe("");
  expect(orderList("")).toEqual({ shares: [], beyond: 0, unread: [] });
});

test("what a person typed into the cell is told apart from what a run wrote", () => {
  expect(orderList(`${numberOf(1)}×2\r\nあとで確認\n${numberOf(1)}×二`)).toEqual({
    shares: [{ orderNumber: numberOf(1), units: 2 }],
    beyond: 0,
    unread: ["あとで確認", `${numberOf(1)}×二`],
  });
});

test("whatever orders there are and in whatever order they come, the text is the same and gives them back", () => {
  const share = fc.tuple(fc.nat(1200).map(numberOf), fc.integer({ min: 1, max: 9999 }));
  const orders = fc.uniqueArray(share, { selector: ([number]) => number, maxLength: 700, size: "max" });
  const twice = orders.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(twice, ([all, others]) => {
      const text = orderListText(new Map(all));
      expect(orderListText(new Map(others))).toBe(text);
      const { shares: listed, beyond, unread } = orderList(text);
      expect(unread).toEqual([]);
      expect(listed).toEqual(
        all
          .map(([orderNumber, units]) => ({ orderNumber, units }))
          .sort((one, other) => (one.orderNumber < other.orderNumber ? -1 : 1))
          .slice(0, LISTED_ORDERS),
      );
      expect(listed.length + beyond).toBe(all.length);
    }),
  );
});
