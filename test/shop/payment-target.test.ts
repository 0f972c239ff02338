import { expect, test } from "vitest";
import { mergeOrder } from "../../src/desk/shipments/rules/shipment-merge.ts";
import { knownPaymentMethods } from "../../src/shop/payment-method.ts";
import {
  type PaymentTargets,
  searchedProgress,
  standingOf,
  targetLabels,
  targetOfLabel,
} from "../../src/shop/payment-target.ts";
import type { Progress } from "../../src/shop/progress.ts";
import { order } from "../support/order.ts";
import { plainWays } from "../support/rules.ts";

const progresses: Progress[] = [100, 200, 300, 400, 500, 600, 700, 800, 900];
/** What may be chosen as a target. */
const line: Progress[] = [100, 200, 300];
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
  pastTarget: "left",
});

test.each(codes)(
  "payment method %i: an order becomes a shipment where it stands at its own target alone, if that is wanted, else at the default, and is searched for there",
  (code) => {
    for (const fallback of line) {
      const all = line.map((target) => masters(fallback, code, target));
      expect(takenAt(masters(fallback, code, null), code)).toEqual([fallback]);
      expect(all.map((targets) => takenAt(targets, code))).toEqual(line.map((target) => [target]));
      expect(all.map((targets) => takenAt(targets, 1000))).toEqual(line.map(() => [fallback]));
      expect(all.map(searchedProgress)).toEqual(line.map((target) => [...new Set([fallback, target])].sort()));
    }
  },
);

test("orders of an excluded payment method are not taken, and its target is not searched for", () => {
  const targets = masters(300, 9, 100, [9]);
  expect(takenAt(targets, 9)).toEqual([]);
  expect(takenAt(targets, 1)).toEqual([300]);
  expect(searchedProgress(targets)).toEqual([300]);
});

test.each<[Progress, Progress[]]>([
  [100, [100, 200, 300]],
  [200, [200, 300]],
  [300, [300]],
])("from target %i on up to 発送待ち, orders are to be shipped and searched for", (target, wanted) => {
  const targets = { ...masters(target, 9, null), pastTarget: "taken" } as const;
  expect(takenAt(targets, 9)).toEqual(wanted);
  expect(searchedProgress(targets)).toEqual(wanted);
});

test("the search asks for all from the lowest target of a payment method that is wanted up to 発送待ち", () => {
  const targets = (excluded: number[]) => ({ ...masters(300, 2, 100, excluded), pastTarget: "taken" }) as const;
  expect(searchedProgress(targets([]))).toEqual([100, 200, 300]);
  expect(searchedProgress(targets([2]))).toEqual([300]);
});

test("the status line: what each progress means for a target on it", () => {
  const meaning = (target: Progress, pastTarget: "taken" | "left") =>
    progresses.map((progress) => standingOf(progress, target, pastTarget));
  const over = ["changing", "shipped", "shipped", "shipped", "cancelled", "cancelled"];
  expect(meaning(100, "taken")).toEqual(["due", "due", "due", ...over]);
  expect(meaning(200, "taken")).toEqual(["before", "due", "due", ...over]);
  expect(meaning(300, "taken")).toEqual(["before", "before", "due", ...over]);
  expect(meaning(100, "left")).toEqual(["due", "past", "past", ...over]);
  expect(meaning(200, "left")).toEqual(["before", "due", "past", ...over]);
  expect(meaning(300, "left")).toEqual(["before", "before", "due", ...over]);
});

test("only what lies before an order's shipment may be chosen as a target", () => {
  expect(targetLabels).toEqual(["100 注文確認待ち", "200 楽天処理中", "300 発送待ち"]);
  expect(progresses.map((progress) => targetOfLabel(`${progress}`))).toEqual([...line, ...Array(6).fill(undefined)]);
});
