import { expect, test } from "vitest";
import {
  applicationNumberOf,
  earliestOrder,
  isOrderNumber,
  ofOneShop,
  orderNumberOf,
} from "../../src/shop/order-number.ts";

test("an order number is recognised as people type it", () => {
  expect(orderNumberOf(" １２３４５６－２０２６１１２４－００００００００１２\n")).toBe("123456-20261124-0000000012");
  expect(orderNumberOf("123456 20261124")).toBeUndefined();
});

test.each([
  "123456-20261124-0000000012\u200b",
  "\ufeff123456-20261124-0000000012",
  "注文番号：123456-20261124-0000000012",
  "[注文番号] 123456-20261124-0000000012 (2件)",
  "注文番号:123456-20261124-0000000012\n注文日時:2026-11-24 10:30",
  "123456 – 20261124 — 0000000012",
  "123456‒20261124⁃0000000012",
  "1234\u00ad56-20261124-0000000012",
  "https://example.com/?orderNumber=123456-20261124-0000000012&x=1",
])("an order number is found in %j", (pasted) => {
  expect(orderNumberOf(pasted)).toBe("123456-20261124-0000000012");
});

test("no order with a later number was made before the day before the number's own date", () => {
  expect(earliestOrder("123456-20261124-0000000012")).toEqual(new Date("2026-11-23T00:00:00+09:00"));
  expect([earliestOrder(""), earliestOrder("123456-20261399-0000000012")]).toEqual([undefined, undefined]);
});

test("a cell holds an order number only when there is nothing else in it", () => {
  expect(isOrderNumber("123456-20261124-0000000012")).toBe(true);
  expect(isOrderNumber("済 123456-20261124-0000000012")).toBe(false);
});

test.each([
  "290333-20170915-215337-r",
  "２９０３３３－２０１７０９１５－２１５３３７－ｒ",
  "申込番号：290333-20170915-215337-R（定期購入）",
])("%j is the number of an application, and no order's", (typed) => {
  expect(applicationNumberOf(typed)).toBe("290333-20170915-215337-r");
  expect(orderNumberOf(typed)).toBeUndefined();
});

test("an order's number is found beside that of its application, and where other words follow it", () => {
  const number = "123456-20261124-0000000012";
  expect(orderNumberOf(`申込番号: 290333-20170915-215337-r 注文番号: ${number}`)).toBe(number);
  expect(orderNumberOf(`${number}-rev2`)).toBe(number);
  expect(applicationNumberOf(`${number}-rev2`)).toBeUndefined();
});

test("numbers are of the shop that most of them are of, and those of another one are told apart", () => {
  const [a, b, other] = ["123456-20261123-0000000001", "123456-20261123-0000000002", "999999-20261123-0000000003"];
  expect(ofOneShop([])([a, other, b])).toEqual({ own: [a, b], strange: [other] });
  expect(ofOneShop([a, b])([other])).toEqual({ own: [], strange: [other] });
  expect(ofOneShop([])([])).toEqual({ own: [], strange: [] });
});

test("a number in a form that nobody knows is left alone", () => {
  expect(ofOneShop([])(["123456-20261123-0000000001", "お試し"]).strange).toEqual([]);
});
