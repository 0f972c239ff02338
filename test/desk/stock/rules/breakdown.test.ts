import { expect, test } from "vitest";
import { breakdownOf, type ToldRow } from "../../../../src/desk/stock/rules/breakdown.ts";
import { LISTED_ORDERS, orderListText } from "../../../../src/desk/stock/rules/order-list.ts";

const row = (change: Partial<ToldRow> = {}): ToldRow => ({
  productCode: "A",
  name: "りんご",
  onHand: 10,
  safetyStock: null,
  sellable: 10,
  question: "",
  reserved: 0,
  unshipped: 0,
  reservedOrders: "",
  unshippedOrders: "",
  ...change,
});
const orders = (count: number, units: number) =>
  orderListText(
    new Map(Array.from({ length: count }, (_, at) => [`123456-20261124-${String(at).padStart(10, "0")}`, units])),
  );

test("a figure is told with the orders behind it", () => {
  const { reserved, unshipped } = breakdownOf(row({ reserved: 6, reservedOrders: orders(3, 2) }));
  expect(reserved).toMatchObject({ figure: 6, listed: 6, beyond: 0, rest: 0, differs: false });
  expect(reserved.shares).toHaveLength(3);
  expect(unshipped).toMatchObject({ figure: 0, shares: [], differs: false });
});

test("what the orders beyond the list speak for is the rest of the figure", () => {
  const count = LISTED_ORDERS + 12;
  const { reserved } = breakdownOf(row({ reserved: count * 3, reservedOrders: orders(count, 3) }));
  expect(reserved).toMatchObject({ listed: LISTED_ORDERS * 3, beyond: 12, rest: 36, differs: false });
});

test.each<[string, Partial<ToldRow>]>([
  ["the figure was changed", { reserved: 7, reservedOrders: orders(3, 2) }],
  ["the orders were emptied", { reserved: 6, reservedOrders: "" }],
  ["the figure is less than one unit for each order beyond", { reserved: 1500, reservedOrders: orders(501, 3) }],
  ["somebody typed among the orders", { reserved: 6, reservedOrders: `${orders(3, 2)}\n確認` }],
])("a figure that its orders do not come to is told as such: %s", (_, change) => {
  expect(breakdownOf(row(change)).reserved.differs).toBe(true);
});

test("before any run has counted there is no figure, and nothing that differs", () => {
  expect(breakdownOf(row({ reserved: null })).reserved).toMatchObject({ figure: null, differs: false });
});
