import { expect, test } from "vitest";
import { knownPaymentMethods } from "../../src/domain/payment-method.ts";
import { searchedProgress, targetOf } from "../../src/domain/payment-target.ts";
import type { Progress } from "../../src/domain/progress.ts";

const progresses: Progress[] = [100, 200, 300, 400, 500, 600, 700, 800, 900];
const targets = [null, ...progresses];
const codes = [...knownPaymentMethods.map(({ code }) => code), 9999];

test("every payment method, target and progress: an order becomes a shipment where it stands at its own target, else at the default", () => {
  for (const fallback of progresses)
    for (const code of codes)
      for (const target of targets) {
        const byCode = new Map(target === null ? [] : [[code, target] as const]);
        const all = { default: fallback, byCode, excluded: new Set<number>() };
        const taken = progresses.filter((progress) => progress === targetOf(all, code));
        expect(taken).toEqual([target ?? fallback]);
        // What is taken has to be searched for, and other methods keep the default.
        expect(searchedProgress(all)).toEqual([...new Set([fallback, target ?? fallback])].sort());
        expect(targetOf(all, 1000)).toBe(fallback);
      }
});

test("the target of an excluded payment method is not searched for", () => {
  expect(searchedProgress({ default: 300, byCode: new Map([[9, 100]]), excluded: new Set([9]) })).toEqual([300]);
});
