import { expect, test } from "vitest";
import type { Shipment } from "../../../../src/desk/shipments/rules/shipment.ts";
import { type KnownOrder, type Merged, mergeOrder } from "../../../../src/desk/shipments/rules/shipment-merge.ts";
import type { PastTarget } from "../../../../src/shop/payment-target.ts";
import type { Progress } from "../../../../src/shop/progress.ts";
import { order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

const line: readonly Progress[] = [100, 200, 300];
const progresses: readonly Progress[] = [...line, 400, 500, 600, 700, 800, 900];
const settings: readonly PastTarget[] = ["taken", "left"];

const merge = (progress: Progress, target: Progress, pastTarget: PastTarget, known: KnownOrder): Merged =>
  mergeOrder(order({ progress }), known, {
    targets: { default: target, byCode: new Map(), excluded: new Set(), pastTarget },
    rules: {
      ...plainWays,
      delivery: () => ({ carrier: "1001", service: "ヤマト宅急便", temperature: "常温", leadDays: 1 }),
      band: () => "",
      productCode: ({ manageNumber }) => manageNumber,
      productCodeName: "商品管理番号",
    },
    now: new Date("2026-11-24T10:30:00+09:00"),
    texts: { fieldName: (field) => field, valueText: (field, shipment) => String(shipment[field] ?? "") },
  });

const NOTHING: KnownOrder = { shipments: [], lines: [] };
const untouched = { trackingNumber: "", carrier: "", shippingStatus: "", shippedOn: null, cancelConfirmed: false };

/** The rows of an order that was taken at its target and stood at `progress` at the last import. */
function listedAt(progress: Progress, target: Progress, pastTarget: PastTarget): KnownOrder {
  const known = (merged: Merged): KnownOrder => {
    if (!("shipments" in merged)) throw new Error(JSON.stringify(merged));
    return {
      shipments: merged.shipments.map((shipment) => ({ shipment: { ...shipment, ...untouched }, intact: true })),
      lines: merged.lines.map((each) => ({ line: each, intact: true })),
    };
  };
  return known(merge(progress, target, pastTarget, known(merge(target, target, pastTarget, NOTHING))));
}

/** What the issue says of a listed row, in its own words and not in those of the code. */
function wantedState(progress: Progress, target: Progress, pastTarget: PastTarget): Shipment["state"] {
  if (progress === 800 || progress === 900) return "取消";
  if (progress >= 500) return "出荷済";
  if (progress === 400 || progress < target) return "保留";
  return progress === target || pastTarget === "taken" ? "取込済" : "保留";
}

const table = settings.flatMap((pastTarget) => line.map((target) => [target, pastTarget] as const));

test.each(table)(
  "target %i, past it %s: an order that is not listed arrives where it is to be shipped",
  (target, past) => {
    for (const progress of progresses) {
      const merged = merge(progress, target, past, NOTHING);
      const isWanted = wantedState(progress, target, past) === "取込済";
      if (isWanted) expect(merged).toMatchObject({ shipments: [{ state: "取込済", questions: "", changes: "" }] });
      else expect(merged).toEqual({ skipped: expect.stringContaining(String(progress)) });
    }
  },
);

const moves = table.flatMap(([target, past]) => progresses.map((old) => [target, past, old] as const));

test.each(moves)("target %i, past it %s: a listed row that stood at %i says how it stands now", (target, past, old) => {
  for (const progress of progresses) {
    const merged = merge(progress, target, past, listedAt(old, target, past));
    const [row] = "shipments" in merged ? merged.shipments : [];
    const state = wantedState(progress, target, past);
    const before = wantedState(old, target, past);
    const wasOver = before === "取消" || (before === "出荷済" && state !== "出荷済");
    // A cancellation is told when it comes, and what was over when it is taken up again; what merely stopped the row leaves no trace.
    expect([row?.state, progress]).toEqual([state === "取込済" && wasOver ? "変更あり" : state, progress]);
    expect(row?.questions !== "").toBe(state === "保留");
    expect(row?.changes === "").toBe(!wasOver && state !== "取消");
  }
});

test.each<[Progress, Progress, PastTarget, RegExp]>([
  [400, 300, "taken", /「400 変更確定待ち」です。.*RMSで確定するまで、出荷しないでください。/],
  [100, 300, "taken", /「100 注文確認待ち」で、支払方法「クレジットカード」の.*（300 発送待ち）より前のため/],
  [300, 200, "left", /「300 発送待ち」で、.*（200 楽天処理中）を過ぎているため.*「対象ステータスを過ぎた注文」/],
])("a row held at %i with target %i says why, and what ends it", (progress, target, past, reason) => {
  expect(merge(progress, target, past, listedAt(target, target, past))).toMatchObject({
    shipments: [{ questions: expect.stringMatching(reason) }],
  });
});

test("an order whose change awaits its decision is not packed", () => {
  const held = { shipments: [{ state: "保留", questions: expect.stringContaining("出荷しないでください") }] };
  expect(merge(400, 300, "left", listedAt(300, 300, "left"))).toMatchObject(held);
});

test("a row that an older import cancelled because its order waited or moved on comes back to its state, and says so", () => {
  const [row] = listedAt(300, 300, "taken").shipments;
  const cancelled = {
    ...(row as KnownOrder["shipments"][number]).shipment,
    state: "取消",
    progress: "400 変更確定待ち",
  } as const;
  const known = { shipments: [{ shipment: cancelled, intact: true }], lines: [] };
  expect(merge(400, 300, "taken", known)).toMatchObject({ shipments: [{ state: "保留" }] });
  expect(merge(300, 300, "taken", known)).toMatchObject({
    shipments: [{ state: "変更あり", changes: "11/24 10:30 出荷の対象に戻りました。" }],
  });
});
