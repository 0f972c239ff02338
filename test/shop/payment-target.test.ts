import { expect, test } from "vitest";
import { mergeOrder } from "../../src/desk/shipments/rules/shipment-merge.ts";
import { knownPaymentMethods } from "../../src/shop/payment-method.ts";
import { type PaymentTargets, searchedProgress } from "../../src/shop/payment-target.ts";
import type { Progress } from "../../src/shop/progress.ts";
import { order } from "../support/order.ts";
import { plainWays } from "../support/rules.ts";

const progresses: Progress[] = [100, 200, 300, 400, 500, 600, 700, 800, 900];
const codes = [...knownPaymentMethods.map(({ code }) => code), 9999];

/** The progresses at which a new order with this payment method comes onto the list. */
const takenAt = (targets: PaymentTargets, code: number): Progress[] =>
  progresses.filter(
    (progress) =>
      "shipments" in
      mergeOrder(
        order({ progress, payment: { code, name: "支払方法" } }),
        { shipments: [], lines: [] },
        {
          targets,
          rules: {
            ...plainWays,
            delivery: () => "unmapped",
            band: () => "unmapped",
            productCode: () => "",
            productCodeName: "",
          },
          now: new Date("2026-11-24T10:30:00+09:00"),
          texts: { fieldName: String, valueText: () => "" },
        },
      ),
  );

const masters = (
  fallback: Progress,
  code: number,
  target: Progress | null,
  excluded: number[] = [],
): PaymentTargets => ({
  default: fallback,
  byCode: new Map(target === null ? [] : [[code, target]]),
  excluded: new Set(excluded),
});

test.each(codes)(
  "payment method %i: an order becomes a shipment where it stands at its own target, else at the default, and is searched for there",
  (code) => {
    for (const fallback of progresses) {
      const all = progresses.map((target) => masters(fallback, code, target));
      expect(takenAt(masters(fallback, code, null), code)).toEqual([fallback]);
      expect(all.map((targets) => takenAt(targets, code))).toEqual(progresses.map((target) => [target]));
      expect(all.map((targets) => takenAt(targets, 1000))).toEqual(progresses.map(() => [fallback]));
      expect(all.map(searchedProgress)).toEqual(progresses.map((target) => [...new Set([fallback, target])].sort()));
    }
  },
);

test("orders of an excluded payment method are not taken, and its target is not searched for", () => {
  const targets = masters(300, 9, 100, [9]);
  expect(takenAt(targets, 9)).toEqual([]);
  expect(takenAt(targets, 1)).toEqual([300]);
  expect(searchedProgress(targets)).toEqual([300]);
});
