import { expect, test } from "vitest";
import { paymentCodes } from "../../../../src/desk/masters/rules/payment-codes.ts";

test("a payment method on the list is known by the shop's own name for it, then by Rakuten's", () => {
  const codeOf = paymentCodes(
    new Map([
      [9, "振込（前払い）"],
      [2, ""],
    ]),
  );
  expect(codeOf("振込（前払い）")).toBe(9);
  expect(codeOf("代金引換")).toBe(2);
  expect(codeOf("銀行振込")).toBe(9);
});

test("one that nobody knows has no target of its own", () => {
  expect(paymentCodes(new Map())("物々交換")).toBe(0);
});
