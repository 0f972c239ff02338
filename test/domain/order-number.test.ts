import { expect, test } from "vitest";
import { earliestOrder, orderNumberOf } from "../../src/domain/order-number.ts";

test("an order number is recognised as people type it", () => {
  expect(orderNumberOf(" １２３４５６－２０２６１１２４－００００００００１２\n")).toBe("123456-20261124-0000000012");
  expect(orderNumberOf("123456 20261124")).toBeUndefined();
});

test("no order with a later number was made before the day before the number's own date", () => {
  expect(earliestOrder("123456-20261124-0000000012")).toEqual(new Date("2026-11-23T00:00:00+09:00"));
  expect([earliestOrder(""), earliestOrder("123456-20261399-0000000012")]).toEqual([undefined, undefined]);
});
