import fc from "fast-check";
import { expect, test } from "vitest";
import { LISTED_ORDERS, orderList, orderListText } from "../../../../src/desk/stock/rules/order-list.ts";

const numberOf = (at: number) => `123456-20261124-${String(at).padStart(10, "0")}`;
const shares = (count: number) => Array.from({ length: count }, (_, at) => ({ orderNumber: numberOf(at), units: 2 }));

test("each order behind a figure stands on a line with its units, the oldest first", () => {
  const text = orderListText([
    { orderNumber: numberOf(7), units: 1 },
    { orderNumber: numberOf(3), units: 12 },
  ]);
  expect(text).toBe(`${numberOf(3)}×12\n${numberOf(7)}×1`);
});

test("an order that goes to several people speaks for the product on one line", () => {
  const text = orderListText([
    { orderNumber: numberOf(7), units: 1 },
    { orderNumber: numberOf(7), units: 2 },
  ]);
  expect(text).toBe(`${numberOf(7)}×3`);
});

test("500 orders are listed, and those beyond are counted", () => {
  expect(orderList(orderListText(shares(LISTED_ORDERS)))).toMatchObject({ beyond: 0 });
  const text = orderListText(shares(LISTED_ORDERS + 12));
  expect(text.split("\n").at(-1)).toBe("ほか12件");
  expect(orderList(text)).toEqual({ shares: shares(LISTED_ORDERS), beyond: 12, unread: [] });
});

test("a cell with the longest order numbers there are stays far below what Google lets a cell hold", () => {
  const longest = shares(20_000).map(({ orderNumber }) => ({ orderNumber: `9${orderNumber}`, units: 99_999 }));
  expect(orderListText(longest).length).toBeLessThan(25_000);
});

test("no order is no text", () => {
  expect(orderListText([])).toBe("");
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
  const share = fc.record({ orderNumber: fc.nat(1200).map(numberOf), units: fc.integer({ min: 1, max: 9999 }) });
  const shuffled = fc
    .array(share, { maxLength: 1300 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(shuffled, ([all, others]) => {
      const text = orderListText(all);
      expect(orderListText(others)).toBe(text);
      const units = new Map<string, number>();
      for (const each of all) units.set(each.orderNumber, (units.get(each.orderNumber) ?? 0) + each.units);
      const { shares: listed, beyond, unread } = orderList(text);
      expect(unread).toEqual([]);
      expect(listed.length + beyond).toBe(units.size);
      expect(listed.length).toBe(Math.min(units.size, LISTED_ORDERS));
      for (const each of listed) expect(each.units).toBe(units.get(each.orderNumber));
    }),
  );
});
