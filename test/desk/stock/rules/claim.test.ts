import { expect, test } from "vitest";
import { claimOf, isTaken } from "../../../../src/desk/stock/rules/claim.ts";
import type { PastTarget, PaymentTargets } from "../../../../src/shop/payment-target.ts";
import type { Progress } from "../../../../src/shop/progress.ts";

const LINE: readonly Progress[] = [100, 200, 300, 400, 500, 600, 700, 800, 900];

/** For each progress from 100 to 900 what an order counts in: 出 is 出荷指示数, 未 is 未出荷数, ・ is nothing. */
const TABLE: readonly [PastTarget, Progress, string][] = [
  ["taken", 100, "出出出・・・・・・"],
  ["taken", 200, "未出出・・・・・・"],
  ["taken", 300, "未未出・・・・・・"],
  ["left", 100, "出・・・・・・・・"],
  ["left", 200, "未出・・・・・・・"],
  ["left", 300, "未未出・・・・・・"],
];

const CLAIMS = { 出: "reserved", 未: "unshipped", "・": undefined } as const;

const targets = (target: Progress, pastTarget: PastTarget, given: Partial<PaymentTargets> = {}): PaymentTargets => ({
  default: target,
  byCode: new Map(),
  excluded: new Set(),
  pastTarget,
  ...given,
});

const cases = TABLE.flatMap(([pastTarget, target, claims]) =>
  LINE.flatMap((progress, at) =>
    [false, true].map((listed) => ({
      pastTarget,
      target,
      progress,
      listed,
      claim: CLAIMS[claims[at] as keyof typeof CLAIMS],
    })),
  ),
);

test.each(cases)(
  "an order at $progress with target $target (past it: $pastTarget; listed: $listed) counts in $claim, and once it is booked out in nothing",
  ({ pastTarget, target, progress, listed, claim }) => {
    const parcel = { progress, paymentCode: 1, listed, bookedOut: false };
    expect(claimOf(parcel, targets(target, pastTarget))).toBe(claim);
    expect(claimOf({ ...parcel, bookedOut: true }, targets(target, pastTarget))).toBeUndefined();
  },
);

test("each payment method has its own target", () => {
  const own = targets(300, "taken", { byCode: new Map([[9, 100]]) });
  const at100 = { progress: 100, listed: false, bookedOut: false } as const;
  expect(claimOf({ ...at100, paymentCode: 9 }, own)).toBe("reserved");
  expect(claimOf({ ...at100, paymentCode: 1 }, own)).toBe("unshipped");
});

test("an excluded payment method counts in nothing, but what is on the list all the same will be shipped from there", () => {
  const without = targets(300, "taken", { excluded: new Set([9]) });
  const parcel = { progress: 300, paymentCode: 9, bookedOut: false } as const;
  expect(claimOf({ ...parcel, listed: false }, without)).toBeUndefined();
  expect(claimOf({ ...parcel, progress: 100, listed: false }, without)).toBeUndefined();
  expect(claimOf({ ...parcel, listed: true }, without)).toBe("reserved");
});

test.each([
  ["shipped at the shop and still on our shelf by the ledger", { progress: 500 }, "kept"],
  ["paid at the shop, and still on our shelf", { progress: 700 }, "kept"],
  ["waiting for a decision", { progress: 400 }, "kept"],
  ["booked out already", { progress: 500, bookedOut: true }, "free"],
  ["never on the list", { progress: 500, listed: false }, "free"],
  ["about to be cancelled", { progress: 800 }, "free"],
  ["cancelled", { progress: 900 }, "free"],
] as const)("the goods of a parcel that is %s, and in no figure: %o %s", (_, given, goods) => {
  const parcel = { paymentCode: 1, listed: true, bookedOut: false, ...given };
  expect(isTaken(parcel) ? "kept" : "free").toBe(goods);
});
