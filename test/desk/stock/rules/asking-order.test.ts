import { expect, test } from "vitest";
import { askingOrder } from "../../../../src/desk/stock/rules/asking-order.ts";

const listed = new Set(["l-1", "l-2", "moved", "old"]);
const facts = { isListed: (number: string) => listed.has(number), isOver: (number: string) => number === "l-1" };

test("unlisted orders are asked for first, then listed ones that moved on, and those that are booked out last", () => {
  const { numbers, unlisted } = askingOrder(["new-2", "l-1", "l-2", "new-1"], ["l-1", "l-2", "moved", "old"], facts);
  expect(numbers).toEqual(["new-1", "new-2", "moved", "old", "l-2", "l-1"]);
  expect(unlisted).toBe(2);
});

test("an order that two windows of the search bring is asked for once", () => {
  expect(askingOrder(["new-1", "new-1"], [], facts)).toEqual({ numbers: ["new-1"], unlisted: 1 });
});
